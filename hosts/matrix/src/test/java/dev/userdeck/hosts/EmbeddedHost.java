package dev.userdeck.hosts;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A host that is started by code, in a module of its own.
 *
 * @param module its folder
 * @param label as people call it
 * @param takesWars whether it is given the WAR, or has the app's classes on its class path
 */
record EmbeddedHost(String module, String label, boolean takesWars) implements Host {
    private static final Pattern READY = Pattern.compile("The host is ready");

    @Override
    public String name() {
        return label;
    }

    @Override
    public String version() {
        return Places.version(module);
    }

    @Override
    public HostProcess start(URI url, Setting setting, List<String> contexts) throws Exception {
        var arguments = new ArrayList<>(Places.properties(url, setting));
        arguments.addAll(List.of(
                "-jar",
                Places.built(module + "/target/host.jar").toString(),
                Integer.toString(url.getPort()),
                Boolean.toString(setting.gzip())));
        for (String context : contexts) {
            String path = context.isEmpty() ? "/" : context;
            arguments.add(takesWars ? path + "=" + Places.war() : path);
        }
        return HostProcess.java(Places.JAVA, Places.folder(module), arguments, READY);
    }
}
