package dev.userdeck.hosts;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A host in a process of its own, which ends with {@link #close} at the latest. */
final class HostProcess implements AutoCloseable {
    /** Enough for an application server on a busy machine. */
    private static final long PATIENCE_SECONDS = 240;

    private final Process process;
    private final Thread reader;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile boolean ready;

    private HostProcess(Process process, Pattern whenReady) {
        this.process = process;
        this.reader = new Thread(() -> read(process.inputReader(), whenReady), "output of a host");
        reader.start();
    }

    /**
     * Starts {@code java} and waits until it has said so.
     *
     * @param home of the Java to run it
     * @param arguments of {@code java}
     * @param whenReady found in the line that tells that it serves
     * @throws IllegalStateException with all that it printed, if it doesn't
     */
    static HostProcess java(Path home, Path folder, List<String> arguments, Pattern whenReady)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(home.resolve("bin/java").toString());
        command.addAll(arguments);
        var host = new HostProcess(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start(),
                whenReady);
        if (!host.decided.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !host.ready) {
            host.close();
            throw new IllegalStateException("The host did not start: " + host.output());
        }
        return host;
    }

    private void read(BufferedReader lines, Pattern whenReady) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (!ready && whenReady.matcher(line).find()) {
                    ready = true;
                    decided.countDown();
                }
            }
        } catch (IOException e) {
            // It was ended, and has no more to say.
        } finally {
            decided.countDown();
        }
    }

    long id() {
        return process.pid();
    }

    /** All that it printed until now. */
    String output() {
        return String.join("\n", output);
    }

    /** The token that the log shows for the first operator of the app there. Of several dashboards, the last one's is good. */
    String setUpToken(URI app) {
        var pattern = Pattern.compile(Pattern.quote(app.toString()) + "(?:admin/|a/b/c/)?setup#(\\S+)");
        String token = null;
        for (String line : output) {
            var found = pattern.matcher(line);
            if (found.find()) {
                token = found.group(1);
            }
        }
        return requireNonNull(token, () -> "No token for " + app + " in " + output());
    }

    /**
     * Asks it to end, as a service manager does, and waits for it.
     *
     * @throws IllegalStateException if it doesn't
     */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The host did not end: " + output());
        }
        reader.join();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }
}
