package dev.userdeck.hosts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What lives in a JVM after a full garbage collection.
 *
 * @param webApps class loaders of web apps in Tomcat
 * @param bytes of all objects
 */
record Heap(int webApps, long bytes) {
    private static final Pattern LOADERS =
            Pattern.compile(":\\s+(\\d+)\\s+(\\d+)\\s+org\\.apache\\.catalina\\.loader\\.ParallelWebappClassLoader\\s");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+(\\d+)\\s+(\\d+)");

    static Heap of(HostProcess host) throws IOException, InterruptedException {
        histogram(host); // what is freed by the first collection may free more
        String histogram = histogram(host);
        int loaders = LOADERS.matcher(histogram)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(0);
        MatchResult total = TOTAL.matcher(histogram).results().findFirst().orElseThrow();
        return new Heap(loaders, Long.parseLong(total.group(2)));
    }

    private static String histogram(HostProcess host) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Places.JAVA.resolve("bin/jcmd").toString(), Long.toString(host.id()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return output;
    }
}
