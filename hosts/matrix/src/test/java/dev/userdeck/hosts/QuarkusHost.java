package dev.userdeck.hosts;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Quarkus on a JVM, which has one context, chosen when it is built. */
record QuarkusHost() implements Host {
    private static final Pattern READY = Pattern.compile("Listening on");

    @Override
    public String name() {
        return "Quarkus, quarkus-undertow";
    }

    @Override
    public String version() {
        return Places.version("quarkus");
    }

    @Override
    public List<List<String>> together() {
        return List.of(List.of(ROOT), List.of(SHOP));
    }

    @Override
    public HostProcess start(URI url, Setting setting, List<String> contexts) throws Exception {
        String build = contexts.get(0).isEmpty() ? "quarkus-app" : "quarkus-shop";
        var arguments = new ArrayList<>(Places.properties(url, setting));
        arguments.addAll(List.of(
                "-Dquarkus.http.port=" + url.getPort(),
                "-Dquarkus.http.enable-compression=" + setting.gzip(),
                "-jar",
                Places.built("quarkus/target/" + build + "/quarkus-run.jar").toString()));
        return HostProcess.java(Places.JAVA, Places.folder("quarkus"), arguments, READY);
    }
}
