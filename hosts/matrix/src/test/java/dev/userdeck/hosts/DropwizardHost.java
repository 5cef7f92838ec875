package dev.userdeck.hosts;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Dropwizard, which has one context. */
record DropwizardHost() implements Host {
    private static final Pattern READY = Pattern.compile("The host is ready");
    private static final String SETTINGS = """
            logging:
              level: WARN
            server:
              type: simple
              applicationContextPath: %s
              adminContextPath: /of-dropwizard
              gzip:
                enabled: %s
                minimumEntitySize: 50 bytes
              connector:
                type: http
                port: %d
            """;

    @Override
    public String name() {
        return "Dropwizard";
    }

    @Override
    public String version() {
        return Places.version("dropwizard");
    }

    @Override
    public List<List<String>> together() {
        return List.of(List.of(ROOT), List.of(SHOP));
    }

    @Override
    public HostProcess start(URI url, Setting setting, List<String> contexts) throws Exception {
        Path folder = Places.folder("dropwizard");
        Path settings = folder.resolve("settings.yml");
        String context = contexts.get(0).isEmpty() ? "/" : contexts.get(0);
        Files.writeString(settings, SETTINGS.formatted(context, setting.gzip(), url.getPort()));
        var arguments = new ArrayList<>(Places.properties(url, setting));
        arguments.addAll(
                List.of("-jar", Places.built("dropwizard/target/host.jar").toString(), "server", settings.toString()));
        return HostProcess.java(Places.JAVA, folder, arguments, READY);
    }
}
