package dev.userdeck.hosts;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Payara Micro, with the WARs on its command line. */
record PayaraHost() implements Host {
    /** The one that every Jakarta EE server has; it takes part in JTA. */
    static final String DATA_SOURCE = "java:comp/DefaultDataSource";

    private static final Pattern READY = Pattern.compile("Payara Micro .*ready in");
    private static final String HTTP =
            "set configs.config.server-config.network-config.protocols.protocol.http-listener.http.";

    @Override
    public String name() {
        return "Payara Micro, WAR";
    }

    @Override
    public boolean isLarge() {
        return true;
    }

    @Override
    public String version() {
        return Places.version("payara");
    }

    @Override
    public HostProcess start(URI url, Setting setting, List<String> contexts) throws Exception {
        Path folder = Places.folder("payara");
        Path settings = folder.resolve("settings");
        Files.writeString(
                settings, setting.gzip() ? HTTP + "compression=on\n" + HTTP + "compression-min-size-bytes=50\n" : "");
        var arguments = new ArrayList<>(Places.properties(url, setting));
        arguments.addAll(List.of(
                "-jar",
                Places.distribution("payara-micro-" + version() + ".jar").toString(),
                "--rootDir",
                folder.resolve("root").toString(),
                "--prebootcommandfile",
                settings.toString(),
                "--nocluster",
                "--port",
                Integer.toString(url.getPort())));
        for (String context : contexts) {
            Path war = folder.resolve((context.isEmpty() ? "ROOT" : context.substring(1)) + ".war");
            Files.copy(Places.war(), war);
            arguments.addAll(List.of("--deploy", war.toString()));
        }
        return HostProcess.java(Places.JAVA, folder, arguments, READY);
    }
}
