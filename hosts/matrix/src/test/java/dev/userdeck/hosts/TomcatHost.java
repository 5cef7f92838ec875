package dev.userdeck.hosts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tomcat as one downloads it, with the WAR in its folder of apps. */
record TomcatHost(String line) implements Host {
    private static final Pattern READY = Pattern.compile("Server startup in");

    @Override
    public String name() {
        return "Tomcat " + line + ", WAR";
    }

    @Override
    public String version() {
        return Places.version("tomcat-" + line);
    }

    @Override
    public HostProcess start(URI url, Setting setting, List<String> contexts) throws Exception {
        Path base = base(url, setting.gzip());
        for (String context : contexts) {
            String name = context.isEmpty() ? "ROOT" : context.substring(1);
            Files.copy(Places.war(), base.resolve("webapps").resolve(name + ".war"));
        }
        return start(base, Places.properties(url, setting));
    }

    /** A folder with the settings of one Tomcat, and no apps yet. */
    Path base(URI url, boolean gzip) throws IOException {
        Path base = Places.folder("tomcat");
        Files.createDirectory(base.resolve("conf"));
        for (String folder : List.of("logs", "temp", "webapps", "work")) {
            Files.createDirectory(base.resolve(folder));
        }
        Files.copy(home().resolve("conf/web.xml"), base.resolve("conf/web.xml"));
        Files.copy(home().resolve("conf/logging.properties"), base.resolve("conf/logging.properties"));
        String server = Files.readString(home().resolve("conf/server.xml"))
                .replace("port=\"8005\"", "port=\"-1\"")
                .replace(
                        "port=\"8080\"",
                        "port=\"%d\" compression=\"%s\"".formatted(url.getPort(), gzip ? "on" : "off"));
        Files.writeString(base.resolve("conf/server.xml"), server);
        return base;
    }

    HostProcess start(Path base, List<String> properties) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(properties);
        arguments.addAll(List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED", // as catalina.sh has it, to look for leaks
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"),
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "-Dcatalina.home=" + home(),
                "-Dcatalina.base=" + base,
                "-cp",
                home().resolve("bin/bootstrap.jar") + ":" + home().resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start"));
        return HostProcess.java(Places.JAVA, base, arguments, READY);
    }

    Path home() {
        return Places.distribution("apache-tomcat-" + version());
    }
}
