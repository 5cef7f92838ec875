/**
 * Lets a recipe add to the dashboard, by panels that are data and need no front-end code.
 *
 * <p>Each slot is a method of {@link dev.userdeck.dashboard.spi.DashboardContribution.Builder}:
 *
 * <table>
 * <caption>What goes where</caption>
 * <tr><th scope="col">Slot</th><th scope="col">Where it shows</th><th scope="col">What it takes</th></tr>
 * <tr><td>{@code section}</td><td>on the page of a user</td><td>a {@link dev.userdeck.dashboard.spi.UserSection}: chips,
 *     facts, a table or JSON</td></tr>
 * <tr><td>{@code page}</td><td>in the menu, with an address of its own</td><td>a {@link
 *     dev.userdeck.dashboard.spi.RecipePage}: a table, its actions, and a {@link dev.userdeck.dashboard.spi.Preview} beside
 *     it</td></tr>
 * <tr><td>{@code column}</td><td>in the users list</td><td>a {@link dev.userdeck.dashboard.spi.UsersColumn}</td></tr>
 * <tr><td>{@code filter}</td><td>in the menu of filters above the users list</td><td>a {@link
 *     dev.userdeck.dashboard.spi.UsersFilter}</td></tr>
 * <tr><td>{@code bulkAction}</td><td>above the users list, once rows are selected</td><td>a {@link
 *     dev.userdeck.dashboard.spi.BulkAction}</td></tr>
 * <tr><td>{@code createFields}</td><td>in the form for a new user</td><td>{@link
 *     dev.userdeck.dashboard.spi.CreateFields}</td></tr>
 * <tr><td>{@code profileHint}</td><td>below a field, when a user's profile is changed</td><td>a {@link
 *     dev.userdeck.dashboard.spi.ProfileHint}</td></tr>
 * <tr><td>{@code deletionFacts}</td><td>in the question before a user is deleted</td><td>a function that returns {@link
 *     dev.userdeck.dashboard.spi.Fact}s</td></tr>
 * <tr><td>{@code routes}</td><td>nowhere: the JSON API that actions, pages and forms call</td><td>{@link
 *     dev.userdeck.http.spi.Route}s</td></tr>
 * </table>
 */
@NullMarked
package dev.userdeck.dashboard.spi;

import org.jspecify.annotations.NullMarked;
