package dev.userdeck.internal.password.argon2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.userdeck.internal.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is on the class path and can be loaded is used; the rest is passed over without a word on the console. */
class FoundEnginesTest {
    private static final String NATIVE = "libargon2 (argon2-jvm)";
    private static final String BOUNCY_CASTLE = "Bouncy Castle";
    private static final String OWN = "our own";

    @Test
    void theNativeOneIsUsedWhereItIs() throws Exception {
        assertFinds(NATIVE, upTo23());
        assertFinds(NATIVE, upTo23().without("bcprov"));
    }

    @Test
    void bouncyCastleIsUsedWithoutIt() throws Exception {
        assertFinds(BOUNCY_CASTLE, upTo23().without("argon2-jvm"));
        assertFinds(BOUNCY_CASTLE, upTo23().without("argon2-jvm", "jna"));
    }

    @Test
    void ourOwnIsUsedWithoutBoth() throws Exception {
        assertFinds(OWN, upTo23().without("argon2-jvm", "jna", "bcprov"));
    }

    @Test
    void theBindingAloneIsNotEnough() throws Exception {
        assertFinds(OWN, upTo23().without("jna", "bcprov"));
    }

    /** As on a system with another C library than the one that the native code was built for. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aLibraryThatCannotBeLoadedIsPassedOver(@TempDir Path folder) throws Exception {
        forAnotherSystem("com/sun/jna/linux-" + architecture() + "/libjnidispatch.so", folder);
        forAnotherSystem("linux-" + architecture() + "/libargon2.so", folder);

        assertFinds(
                BOUNCY_CASTLE,
                upTo23().with("-Djna.boot.library.path=" + folder, "-Djna.nosys=true", "-Djna.nounpack=true"));
        assertFinds(
                BOUNCY_CASTLE,
                upTo23().without("argon2-jvm-2")
                        .with("-Djna.library.path=" + folder, "-Djna.platform.library.path=" + folder));
    }

    @Test
    void aFolderThatNothingCanBeUnpackedToMakesNoDifference(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertFinds(BOUNCY_CASTLE, upTo23().with("-Djna.tmpdir=" + file, "-Djna.nosys=true"));
    }

    @Test
    void aFolderThatNothingCanBeRunInMakesNoDifference() throws Exception {
        Optional<Path> folder = folderWithoutExecution();
        if (folder.isEmpty()) {
            System.out.println("Userdeck tests SKIP native code in a noexec folder: no tmpfs is mounted so");
        }
        assumeTrue(folder.isPresent(), "no tmpfs is mounted noexec");

        assertFinds(BOUNCY_CASTLE, upTo23().with("-Djna.tmpdir=" + folder.get(), "-Djna.nosys=true"));
    }

    @Test
    void aJdkThatWarnsOfNativeCodeIsNotMadeTo() throws Exception {
        assertFinds(BOUNCY_CASTLE, from24());
        assertFinds(OWN, from24().without("bcprov"));
    }

    @Test
    void aJdkThatRefusesNativeCodeIsNotAsked() throws Exception {
        assertFinds(BOUNCY_CASTLE, from24().with("--illegal-native-access=deny"));
    }

    @Test
    void aJdkThatAllowsItRunsIt() throws Exception {
        assertFinds(NATIVE, from24().with("--enable-native-access=ALL-UNNAMED"));
        assertFinds(NATIVE, from24().with("--enable-native-access=ALL-UNNAMED", "--illegal-native-access=deny"));
    }

    private static void assertFinds(String name, ChildJvm jvm) throws IOException, InterruptedException {
        assertThat(jvm.run(NamesTheEngine.class)).containsExactly(name);
    }

    /** With what a newer one needs, so that the same is tested whatever JDK runs the tests. */
    private static ChildJvm upTo23() {
        ChildJvm jvm = ChildJvm.ofThisJdk();
        return Runtime.version().feature() < 24 ? jvm : jvm.with("--enable-native-access=ALL-UNNAMED");
    }

    private static ChildJvm from24() throws IOException {
        Optional<ChildJvm> jvm = ChildJvm.ofJdk(24);
        assumeTrue(jvm.isPresent(), "no newer JDK here");
        return jvm.get();
    }

    /** The same library, which now needs a C library that there isn't. */
    private static void forAnotherSystem(String library, Path folder) throws IOException {
        try (InputStream file = FoundEnginesTest.class.getClassLoader().getResourceAsStream(library)) {
            String content = new String(Objects.requireNonNull(file, library).readAllBytes(), ISO_8859_1);
            assertThat(content).contains("libc.so.6");
            Path copy = folder.resolve(library.substring(library.lastIndexOf('/') + 1));
            Files.writeString(copy, content.replace("libc.so.6", "libc.none"), ISO_8859_1);
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86-64" : name;
    }

    private static Optional<Path> folderWithoutExecution() throws IOException {
        Path mounts = Path.of("/proc/mounts");
        if (!Files.isReadable(mounts)) {
            return Optional.empty();
        }
        return Files.readAllLines(mounts).stream()
                .map(line -> line.split(" "))
                .filter(fields -> fields[2].equals("tmpfs") && fields[3].contains("noexec"))
                .map(fields -> Path.of(fields[1]))
                .filter(Files::isWritable)
                .findFirst();
    }
}
