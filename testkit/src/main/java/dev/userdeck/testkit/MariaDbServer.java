package dev.userdeck.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The MariaDB that is installed on this machine, with data of its own. */
final class MariaDbServer extends MySqlKindServer {
    private static final String URL = "jdbc:mariadb://127.0.0.1:";
    private static final String OPTIONS = "";
    private static final String MISSING = "MariaDB is not installed; install it: apt-get install mariadb-server";
    private static final List<String> FAST_AND_QUIET = List.of(
            "--skip-log-bin",
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=0",
            "--innodb-buffer-pool-size=64M",
            "--default-time-zone=+12:45");

    private MariaDbServer(ServerProcess process) {
        super(process, URL, OPTIONS);
    }

    static MariaDbServer start() throws EngineUnavailableException {
        return start(FAST_AND_QUIET);
    }

    static MariaDbServer start(List<String> settings) throws EngineUnavailableException {
        Path mariadbd = program("mariadbd").orElseThrow(() -> new EngineUnavailableException(MISSING));
        Path install = program("mariadb-install-db").orElseThrow(() -> new EngineUnavailableException(MISSING));
        try {
            Path data = WorkFolder.fresh("mariadb");
            // a server that starts deletes the temporary tables of every other that keeps them in the same folder
            String temporary = "--tmpdir=" + WorkFolder.fresh("mariadb-tmp");
            ServerProcess.run(
                    "MariaDB could not create its system tables",
                    ServerProcess.command(
                            install,
                            List.of(
                                    "--datadir=" + data,
                                    temporary,
                                    "--auth-root-authentication-method=normal",
                                    "--skip-test-db")));
            return new MariaDbServer(ServerProcess.start(
                    "MariaDB", mariadbd, List.of(temporary), settings, data, port -> admin(URL, port, OPTIONS)));
        } catch (IOException e) {
            throw new EngineUnavailableException("MariaDB did not start (" + e.getMessage() + ")", e);
        }
    }

    private static Optional<Path> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public String versionMark() {
        return "MariaDB";
    }
}
