#!/usr/bin/env bash
# ICU4J 79.1 (com.ibm.icu:icu4j, Unicode 18.0), the UTS #46 instance of com.ibm.icu.text.IDNA.
#
# UTS #46, 4.1, and RFC 5891, 4.2.3.1, bar a label with hyphens in the third and fourth *character* place. ICU4J counts UTF-16
# code units, so a letter beyond U+FFFF counts as two:
#   - U+21248 (a CJK ideograph), "a", "-", "-", "b" has hyphens in third and fourth place, and is taken;
#   - U+21248, "-", "-", "a" has them in second and third place, and is refused with HYPHEN_3_4.
# The same with a letter within U+FFFF is judged right both times. Seen output is what EXPECTED holds.
# Needs a JDK 17 or newer and Maven; exits 1 when the behaviour is another.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
    -Dartifact=com.ibm.icu:icu4j:79.1 -DoutputDirectory="$work" -Dmdep.useBaseVersion=true >maven.log 2>&1 ||
    { cat maven.log >&2; exit 2; }

cat >Places.java <<'JAVA'
import com.ibm.icu.text.IDNA;

class Places {
    public static void main(String[] arguments) {
        for (String label : new String[] {"\u6f22a--b", "\u6f22--a", "\ud844\ude48a--b", "\ud844\ude48--a"}) {
            var info = new IDNA.Info();
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII).labelToASCII(label, new StringBuilder(), info);
            int[] points = label.codePoints().toArray();
            boolean rule = points[2] == '-' && points[3] == '-';
            System.out.println(Integer.toHexString(points[0]) + label.substring(Character.charCount(points[0]))
                    + " rule=" + (rule ? "refuse" : "take") + " icu4j=" + info.getErrors());
        }
    }
}
JAVA
EXPECTED='6f22a--b rule=refuse icu4j=[HYPHEN_3_4]
6f22--a rule=take icu4j=[]
21248a--b rule=refuse icu4j=[]
21248--a rule=take icu4j=[HYPHEN_3_4]'

seen=$(java -cp icu4j-79.1.jar Places.java)
echo "$seen"
if [[ $seen != "$EXPECTED" ]]; then
    echo "ICU4J counts otherwise now; expected:" >&2
    echo "$EXPECTED" >&2
    exit 1
fi
