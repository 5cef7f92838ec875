package dev.userdeck.benchmarks.cases;

import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Fixture;
import dev.userdeck.benchmarks.fixture.HostApp;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.benchmarks.fixture.Work;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.SearchMode;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.Users;
import java.util.List;
import java.util.Locale;

/** Searching the users list, and its total. */
final class SearchCases {
    private static final String PAGE = HostApp.API + "/users?size=" + DeepPaging.PAGE + "&q=";
    private static final String LIMIT = " limit " + (DeepPaging.PAGE + 1);

    private final BenchmarkDatabase site;
    private final Fixture stand;
    private final boolean isInParts;

    SearchCases(BenchmarkDatabase site, Fixture stand) {
        this.site = site;
        this.stand = stand;
        this.isInParts = stand.userdeck().users().searchMode() == SearchMode.CONTAINS;
    }

    List<BenchmarkCase> all() {
        String rare = Population.RARE_NAME.toLowerCase(Locale.ROOT);
        String partOfRare = isInParts ? rare.substring(2, 8) : rare.substring(0, 8);
        String domain = Population.SHARED_DOMAIN.substring(0, Population.SHARED_DOMAIN.indexOf('-'));
        return List.of(
                search("no match", "xyzzyplugh", hits("xyzzyplugh"), Threshold.times(6.4)),
                search(
                        isInParts ? "part of a name, 10 hits" : "start of a name, 10 hits",
                        partOfRare,
                        hitsWithUsers(partOfRare),
                        Threshold.times(3)),
                search("a domain, one user in 40", domain, newestHits(domain), Threshold.times(1.67)),
                total());
    }

    private BenchmarkCase search(String what, String typed, Work raw, Threshold bar) {
        return new BenchmarkCase("search over HTTP: " + what, stand.app().asking(random -> PAGE + typed), raw, bar);
    }

    /** Who has the word, by the index that the engine has for that. */
    private Work hits(String word) {
        return isInParts
                ? RawQueries.reading(
                        site, "select user_id from ud_user_search where search_text like ?" + LIMIT, random ->
                                new Object[] {"%" + word + "%"})
                : RawQueries.reading(
                        site, "select user_id from ud_user_word where word >= ? and word < ?" + LIMIT, random ->
                                new Object[] {word, word + "\uffff"});
    }

    /** The same with the rows of the users. */
    private Work hitsWithUsers(String word) {
        return isInParts
                ? RawQueries.reading(
                        site,
                        "select u.* from ud_user_search s join ud_user u on u.id = s.user_id where s.search_text like ?"
                                + " order by u.joined_at desc, u.id desc" + LIMIT,
                        random -> new Object[] {"%" + word + "%"})
                : RawQueries.reading(
                        site,
                        "select u.* from ud_user_word w join ud_user u on u.id = w.user_id"
                                + " where w.word >= ? and w.word < ? order by u.joined_at desc, u.id desc" + LIMIT,
                        random -> new Object[] {word, word + "\uffff"});
    }

    /** The newest who have the word, along the list. */
    private Work newestHits(String word) {
        return RawQueries.alongTheList(
                site, "select 1 from ud_user_search s where s.user_id = u.id and s.search_text like ?", random ->
                        new Object[] {"% " + word + "%"});
    }

    private BenchmarkCase total() {
        Users users = stand.userdeck().users();
        return new BenchmarkCase(
                "total of the list in process",
                () -> random -> users.count(Scope.all(), UserFilter.none()).number() > 0,
                RawQueries.reading(site, "select count(*) from ud_user", random -> new Object[0]),
                Threshold.atMost(2));
    }
}
