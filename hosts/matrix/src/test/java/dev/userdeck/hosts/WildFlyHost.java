package dev.userdeck.hosts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** WildFly as one downloads it, with the WAR in its folder of deployments. */
record WildFlyHost() implements Host {
    /** Its own, which takes part in JTA. */
    static final String DATA_SOURCE = "java:jboss/datasources/ExampleDS";

    private static final Pattern READY = Pattern.compile("WFLYSRV002[56]");

    @Override
    public String name() {
        return "WildFly, WAR";
    }

    @Override
    public boolean isLarge() {
        return true;
    }

    @Override
    public String version() {
        return Places.version("wildfly");
    }

    @Override
    public HostProcess start(URI url, Setting setting, List<String> contexts) throws Exception {
        Path home = Places.distribution("wildfly-" + version());
        Path base = Places.folder("wildfly");
        copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        Path settings = base.resolve("configuration/standalone.xml");
        String xml = Files.readString(settings).replace("<location name=\"/\" handler=\"welcome-content\"/>", "");
        Files.writeString(settings, setting.gzip() ? withGzip(xml) : xml);
        Path deployments = Files.createDirectory(base.resolve("deployments"));
        for (String context : contexts) {
            String name = context.isEmpty() ? "ROOT" : context.substring(1);
            Files.copy(Places.war(), deployments.resolve(name + ".war"));
        }
        var arguments = new ArrayList<>(Places.properties(url, setting));
        arguments.addAll(List.of(
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + url.getPort(),
                "-Djboss.https.port=" + Places.freePort(),
                "-Djboss.management.http.port=" + Places.freePort(),
                "-Dorg.jboss.boot.log.file=" + base.resolve("boot.log"),
                "-Dlogging.configuration="
                        + base.resolve("configuration/logging.properties").toUri(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-b",
                "::"));
        return HostProcess.java(Places.JAVA, base, arguments, READY);
    }

    private static String withGzip(String xml) {
        return xml.replace(
                        "</handlers>\n        </subsystem>",
                        "</handlers><filters><gzip name=\"gzip\"/></filters></subsystem>")
                .replace("<http-invoker ", "<filter-ref name=\"gzip\"/><http-invoker ");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
