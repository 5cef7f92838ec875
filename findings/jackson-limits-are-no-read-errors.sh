#!/usr/bin/env bash
# tools.jackson.core:jackson-core 3.2.4. Valid JSON (RFC 8259 sets no limit to the digits of a number, the length of a name or
# nesting) that is beyond StreamReadConstraints throws a StreamConstraintsException, and that is NOT a StreamReadException:
# both are children of JacksonException, side by side. A reader that catches StreamReadException for "this text can't be read"
# lets these through. A number whose exponent is too large for a BigDecimal is not even that: getDecimalValue() throws
# java.lang.NumberFormatException, past everything that catches JacksonException.
# Seen:
#   syntax   StreamReadException         isReadError=true
#   digits   StreamConstraintsException  isReadError=false
#   nesting  StreamConstraintsException  isReadError=false
#   exponent NumberFormatException       isReadError=false
#   name     StreamConstraintsException  isReadError=false
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B -ntp dependency:copy -Dartifact=tools.jackson.core:jackson-core:3.2.4 -DoutputDirectory="$work/lib"
cat > "$work/Limits.java" <<'JAVA'
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

class Limits {
    public static void main(String[] args) {
        read("syntax", "{\"n\":tru}");
        read("digits", "{\"n\":" + "9".repeat(2_000) + "}");
        read("nesting", "[".repeat(2_000) + "]".repeat(2_000));
        read("exponent", "{\"n\":1e99999999999}");
        read("name", "{\"" + "k".repeat(60_000) + "\":1}");
    }

    static void read(String what, String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    parser.getDecimalValue();
                }
            }
            System.out.println(what + " passes");
        } catch (JacksonException | NumberFormatException e) {
            System.out.println(what + " " + e.getClass().getSimpleName() + " isReadError="
                    + StreamReadException.class.isInstance(e));
        }
    }
}
JAVA
javac -cp "$work/lib/*" -d "$work" "$work/Limits.java"
seen=$(java -cp "$work:$work/lib/*" Limits)
expected='syntax StreamReadException isReadError=true
digits StreamConstraintsException isReadError=false
nesting StreamConstraintsException isReadError=false
exponent NumberFormatException isReadError=false
name StreamConstraintsException isReadError=false'
echo "$seen"
[[ $seen == "$expected" ]] || { echo "this has changed" >&2; exit 1; }
