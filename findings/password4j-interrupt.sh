#!/usr/bin/env bash
# password4j 1.8.4, Argon2 with more than one lane, on a thread whose interrupt flag is set: instead of an exception, or of
# the hash, one gets another hash. So the right password doesn't fit, and what is hashed then can never be checked again.
# (With one lane nothing happens.) Thread pools that stop, and servers that time out, interrupt threads.
# Also: each set of settings leaves a shutdown hook in the JVM, beside its memory and threads.
# Seen on Java 17 and 25. Expected output:
#   interrupted, 4 lanes: right password fits: false, exception: none, flag still set: true
#   interrupted, 1 lane: right password fits: true, exception: none, flag still set: true
#   not interrupted, 4 lanes: right password fits: true, exception: none, flag still set: false
#   shutdown hooks after 50 settings: 50 more
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for artifact in com.password4j:password4j:1.8.4 org.slf4j:slf4j-api:2.0.20 org.slf4j:slf4j-nop:2.0.20; do
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
        -Dartifact="$artifact" -DoutputDirectory="$folder/lib" -f /dev/stdin > "$folder/mvn.log" 2>&1 <<'POM' || { cat "$folder/mvn.log"; exit 1; }
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version></project>
POM
done
cat > "$folder/Interrupted.java" <<'JAVA'
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Map;

class Interrupted {
    public static void main(String[] none) throws Exception {
        look("interrupted, 4 lanes", 4, true);
        look("interrupted, 1 lane", 1, true);
        look("not interrupted, 4 lanes", 4, false);
        int before = hooks();
        for (int i = 0; i < 50; i++) {
            Argon2Function.getInstance(64 + i, 1, 1, 32, Argon2.ID, 19);
        }
        System.out.println("shutdown hooks after 50 settings: " + (hooks() - before) + " more");
    }

    static void look(String when, int lanes, boolean interrupt) {
        Argon2Function function = Argon2Function.getInstance(4096, 3, lanes, 32, Argon2.ID, 19);
        String hash = function.hash("plum tundra violet 47").getResult();
        String thrown = "none";
        boolean fits = false;
        if (interrupt) {
            Thread.currentThread().interrupt();
        }
        try {
            fits = function.check("plum tundra violet 47", hash);
        } catch (RuntimeException e) {
            thrown = e.toString();
        }
        System.out.println(when + ": right password fits: " + fits + ", exception: " + thrown
                + ", flag still set: " + Thread.interrupted());
    }

    static int hooks() throws Exception {
        var field = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
        field.setAccessible(true);
        return ((Map<?, ?>) field.get(null)).size();
    }
}
JAVA
java --add-opens java.base/java.lang=ALL-UNNAMED -cp "$folder/lib/*" "$folder/Interrupted.java" | tee "$folder/output"
grep '^#   ' "$0" | cut -c5- | diff - "$folder/output"
