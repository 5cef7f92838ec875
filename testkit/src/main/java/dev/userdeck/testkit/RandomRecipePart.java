package dev.userdeck.testkit;

import org.apiguardian.api.API;

/** The parts of a {@link RandomRecipe} that can be told to fail. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum RandomRecipePart {
    /** The column of the users list. */
    COLUMN,
    /** The section of chips. */
    CHIPS,
    /** The section of facts. */
    FACTS,
    /** The section with a table. */
    TABLE,
    /** The section of JSON. */
    JSON,
    /** What is told before a user is deleted. */
    DELETION,
    /** What is kept when a user is created. */
    CREATE
}
