package dev.userdeck.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders below the temporary one: some made once and kept for later runs, some for this JVM alone.
 * What a killed JVM left, a server that still runs included, is cleared before the next one starts.
 */
final class WorkFolder {
    private static final Path ROOT =
            Path.of(System.getProperty("java.io.tmpdir"), "userdeck-testkit-" + System.getProperty("user.name"));

    private WorkFolder() {}

    /** A folder that is filled the first time and found complete ever after. */
    static Path once(String name, Filler filler) throws IOException, EngineUnavailableException {
        Path folder = root().resolve(name);
        try (FileChannel lock =
                FileChannel.open(ROOT.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (Files.notExists(folder)) {
                Path draft = ROOT.resolve(name + ".draft");
                delete(draft);
                Files.createDirectory(draft);
                filler.fill(draft);
                Files.move(draft, folder);
            }
        }
        return folder;
    }

    /** An empty folder for this JVM; those of JVMs that are gone are deleted. */
    static Path fresh(String name) throws IOException {
        String prefix = name + "-jvm-";
        try (Stream<Path> folders = Files.list(root())) {
            for (Path folder : folders.toList()) {
                String file = folder.getFileName().toString();
                if (file.startsWith(prefix) && isGone(file.substring(prefix.length()))) {
                    ServerProcess.killLeftOver(folder);
                    delete(folder);
                }
            }
        }
        Path mine = ROOT.resolve(prefix + ProcessHandle.current().pid());
        delete(mine);
        return Files.createDirectory(mine);
    }

    /** The temporary folder is everybody's: what another user put there is not run. */
    private static Path root() throws IOException {
        Files.createDirectories(ROOT);
        String owner = Files.getOwner(ROOT).getName();
        if (!owner.equals(System.getProperty("user.name"))) {
            throw new IOException(ROOT + " belongs to " + owner);
        }
        return ROOT;
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(WorkFolder::deleteFile);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGone(String pid) {
        Optional<ProcessHandle> jvm = ProcessHandle.of(Long.parseLong(pid));
        return jvm.isEmpty() || !jvm.get().isAlive();
    }

    interface Filler {
        void fill(Path folder) throws IOException, EngineUnavailableException;
    }
}
