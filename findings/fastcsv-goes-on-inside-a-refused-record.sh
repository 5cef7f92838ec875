#!/usr/bin/env bash
# de.siegmar:fastcsv 4.4.0. The files are valid (RFC 4180); their second record has more fields than maxFields allows. For it
# next() throws a CsvParseException, as documented. What comes when it is called again isn't documented, and is never the
# third record first:
#   - a short record is refused for ever, each time as of the next line: the place of the reader stays where it began;
#   - of a record that is longer than one read (8,192 characters) what was read last is read again and given as a record of its
#     own, one line further down, and the line of each later record is wrong by one.
# So whoever passes over refused records never ends, or takes data out of the middle of one. Seen:
#   short: line 1 of 2 fields | refused | refused | refused | refused | refused | ...
#   long: line 1 of 2 fields | refused | line 3 of 909 fields | line 4 of 2 fields | end
# Right would be "line 3 of 2 fields" behind "refused", or one exception that says that this is the end.
# Needs a JDK 17 or newer and Maven; exits 1 when the behaviour is another.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
    -Dartifact=de.siegmar:fastcsv:4.4.0 -DoutputDirectory="$work" -Dmdep.useBaseVersion=true >maven.log 2>&1 ||
    { cat maven.log >&2; exit 2; }

cat >Refused.java <<'JAVA'
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.StringReader;
import java.util.Iterator;
import java.util.StringJoiner;

class Refused {
    public static void main(String[] arguments) {
        read("short", 2, "id,name\n2,Eve,too,many\n3,Dora\n");
        read("long", 4_500, "id,name\n2" + ",x".repeat(5_000) + "\n3,Dora\n");
    }

    static void read(String what, int maxFields, String file) {
        Iterator<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(CsvRecordHandler.of(it -> it.maxFields(maxFields)), new StringReader(file))
                .iterator();
        var seen = new StringJoiner(" | ", what + ": ", "");
        String last = "";
        for (int i = 0; i < 6 && !last.equals("end"); i++) {
            try {
                last = "end";
                if (records.hasNext()) {
                    CsvRecord record = records.next();
                    last = "line " + record.getStartingLineNumber() + " of " + record.getFieldCount() + " fields";
                }
            } catch (CsvParseException e) {
                last = "refused";
            }
            seen.add(last);
        }
        System.out.println(seen + (last.equals("end") ? "" : " | ..."));
    }
}
JAVA
EXPECTED='short: line 1 of 2 fields | refused | refused | refused | refused | refused | ...
long: line 1 of 2 fields | refused | line 3 of 909 fields | line 4 of 2 fields | end'

seen=$(java -cp fastcsv-4.4.0.jar Refused.java)
echo "$seen"
if [[ $seen != "$EXPECTED" ]]; then
    echo "FastCSV goes on otherwise now; expected:" >&2
    echo "$EXPECTED" >&2
    exit 1
fi
