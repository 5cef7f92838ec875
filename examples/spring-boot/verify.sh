#!/usr/bin/env bash
# Builds the shop on each line of Spring Boot against a folder with Userdeck's artifacts, starts it on each Java, and does over
# HTTP what its people do, once with its own filter chain and once with Boot's. Nothing of Userdeck's comes from elsewhere.
#
#   examples/spring-boot/verify.sh [home of a JDK]…     without any: the one that runs Maven
#
# USERDECK_REPOSITORY: a folder with the artifacts, deployed before; without it, they are built and deployed to target/.
# MAVEN_ARGS: for each call of Maven, as in "-Dmaven.repo.local=/some/folder".
set -euo pipefail
cd "$(dirname "$0")"

# shellcheck disable=SC2206
maven=(mvn -q -B -ntp ${MAVEN_ARGS:-})
here=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
homes=("${@:-$here}")
repository=${USERDECK_REPOSITORY:-$PWD/target/repository}

if [[ -z ${USERDECK_REPOSITORY:-} ]]; then
    "${maven[@]}" -f ../../pom.xml -DskipTests -pl spring-boot-starter -am \
        -DaltDeploymentRepository="userdeck::file://$repository" deploy
fi

if grep -nE '<(exclusions|dependencyManagement)>' pom*.xml ||
    grep -nE '<[a-z0-9.-]+\.version>' pom*.xml | grep -v '<userdeck.version>'; then
    echo "A pin or an exclusion: the host's BOM is to be left as it is" >&2
    exit 1
fi

for pom in pom-3.5.xml pom-4.0.xml pom.xml; do
    "${maven[@]}" -f "$pom" -Duserdeck.repository="file://$repository" clean package
done
for line in 3.5 4.0 4.1; do
    for home in "${homes[@]}"; do
        for profile in own-chain default-chain; do
            echo "Boot $line, $("$home/bin/java" -version 2>&1 | head -1), $profile"
            java Verify.java "target/boot-$line/shop.jar" "$home/bin/java" \
                "--spring.profiles.active=$profile"
        done
    done
done
echo "All lines of Boot are right: 0 pins, 0 exclusions, $(grep -c . src/main/resources/application.properties) lines of properties"
