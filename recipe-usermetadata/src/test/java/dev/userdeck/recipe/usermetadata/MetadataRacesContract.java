package dev.userdeck.recipe.usermetadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Changed;
import dev.userdeck.recipe.usermetadata.ChangeMetadataResult.Stale;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when several change one user's metadata at the same time. */
abstract class MetadataRacesContract extends MetadataGround {
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void mergesAtOnceLoseNothing() throws Exception {
        UserId ada = aUser("ada");
        merged(ada, "{\"first\": true}");

        var results = atOnce(thread -> metadata.merge(ada, "{\"key" + thread + "\": " + thread + "}", INES));

        assertThat(results).allMatch(Changed.class::isInstance);
        assertThat(json(ada)).contains("\"first\":true", "\"key0\":0", "\"key1\":1", "\"key2\":2", "\"key3\":3");
    }

    @Test
    void firstMergesAtOnceLoseNothing() throws Exception {
        UserId ada = aUser("ada");

        var results = atOnce(thread -> metadata.merge(ada, "{\"key" + thread + "\": " + thread + "}", INES));

        assertThat(results).allMatch(Changed.class::isInstance);
        assertThat(json(ada)).contains("\"key0\":0", "\"key1\":1", "\"key2\":2", "\"key3\":3");
    }

    @Test
    void ofReplacesAtOnceOneWins() throws Exception {
        UserId ada = aUser("ada");
        long version = merged(ada, "{}").version();

        var results = atOnce(thread -> metadata.replace(ada, "{\"by\": " + thread + "}", version, INES));

        assertThat(results).filteredOn(Changed.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(new Stale(version + 1)::equals).hasSize(THREADS - 1);
    }

    @Test
    void ofFirstReplacesAtOnceOneWins() throws Exception {
        UserId ada = aUser("ada");

        var results = atOnce(thread -> metadata.replace(ada, "{\"by\": " + thread + "}", 0, INES));

        assertThat(results).filteredOn(Changed.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Stale.class::isInstance).hasSize(THREADS - 1);
    }

    private List<ChangeMetadataResult> atOnce(IntFunction<ChangeMetadataResult> call) throws Exception {
        var ready = new CountDownLatch(THREADS);
        var futures = new ArrayList<Future<ChangeMetadataResult>>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            futures.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return call.apply(thread);
            }));
        }
        var results = new ArrayList<ChangeMetadataResult>();
        for (Future<ChangeMetadataResult> future : futures) {
            results.add(future.get(20, TimeUnit.SECONDS));
        }
        return results;
    }

    @Test
    void whoIsMergedKeepsTheirsAndGetsWhatIsMissing() {
        UserId ada = aUser("ada");
        UserId twin = aUser("twin");
        UserId third = aUser("third");
        merged(ada, "{\"seat\": 4, \"language\": \"en\"}");
        merged(twin, "{\"seat\": 7, \"points\": 12345678901234567890}");

        userdeck.users().merge(ada, twin, Scope.all(), INES);
        userdeck.users().merge(third, ada, Scope.all(), INES);

        assertThat(json(third)).isEqualTo("{\"seat\":4,\"language\":\"en\",\"points\":12345678901234567890}");
    }
}
