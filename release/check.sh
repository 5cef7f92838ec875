#!/usr/bin/env bash
# Deploys all that is published to a folder, looks at it as Maven Central would, and uses it as anybody would.
#   release/check.sh           POMs, sources, Javadoc, lists of parts, signatures, consumers
#   release/check.sh --twice   besides builds it once more, elsewhere and otherwise, and compares each file
# It needs what the build needs, and leaves all it makes in target/release.
set -euo pipefail
cd "$(dirname "$0")/.."

twice=false
for option in "$@"; do
    case $option in
        --twice) twice=true ;;
        *) sed -n '2,5s/^# //p' "$0" >&2; exit 2 ;;
    esac
done

root=$PWD
work=$root/target/release
repository=$work/repository
mkdir -p "$work"
rm -rf "$repository" "$work/first" "$work/again" "$work/repository-again" "$work/local/dev/userdeck"

step() { printf '\n== %s\n' "$*"; }

# Copies the project as it is to the folder $1, without what builds made of it.
copy() {
    mkdir "$1"
    git ls-files -z --cached --others --exclude-standard | tar --null -T - -c | tar -x -C "$1"
}

# Deploys the copy $1 to the folder $2; nothing gets into the local repository of whoever runs this.
deploy() {
    local project=$1 folder=$2
    shift 2
    mvn -B -ntp -q -f "$project" deploy -Prelease -DskipTests -Dmaven.test.skip=true -Dmaven.install.skip=true \
        "-DaltDeploymentRepository=folder::file://$folder" "$@"
}

# What was published; signatures and what Maven notes of its own are not compared.
published() {
    (cd "$1" && find . -type f ! -name 'maven-metadata*' ! -name '*.asc*' ! -name '*.md5' ! -name '*.sha*' | sort)
}
undated() { sed -E 's/-[0-9]{8}\.[0-9]{6}-[0-9]+/-SNAPSHOT/' <<<"$1"; }

step "Deploy"
signing=()
if command -v gpg >/dev/null; then
    # A key for this run alone: the real one is not for trying.
    GNUPGHOME=$(mktemp -d)
    export GNUPGHOME
    trap 'gpgconf --kill all || true; rm -rf "$GNUPGHOME"' EXIT
    gpg --batch --quiet --passphrase '' --quick-generate-key 'Userdeck trial <trial@example.org>' rsa3072 sign 1d
    signing=(-Dgpg.keyname=trial@example.org)
else
    echo "SKIP signatures: there is no gpg"
fi
copy "$work/first"
deploy "$work/first" "$repository" "${signing[@]}"

step "POMs, jars, lists of parts"
java release/RepositoryCheck.java "$repository"

if ((${#signing[@]})); then
    step "Signatures"
    count=0
    while read -r file; do
        gpg --batch --quiet --verify "$repository/$file.asc" "$repository/$file" 2>/dev/null ||
            { echo "not signed, or wrongly: $file" >&2; exit 1; }
        count=$((count + 1))
    done < <(published "$repository")
    echo "$count signatures are good"
fi

version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -n 1)
for consumer in release/consumers/*/; do
    step "Consumer: $(basename "$consumer")"
    mvn -B -ntp -q -f "$consumer" "-Dmaven.repo.local=$work/local" clean verify \
        "-Duserdeck.repository=file://$repository" "-Duserdeck.version=$version"
done

if $twice; then
    step "Once more: another folder, time zone, language and umask"
    (
        umask 002
        export TZ=Pacific/Auckland LC_ALL=C MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.language=tr -Duser.country=TR"
        copy "$work/again"
        deploy "$work/again" "$work/repository-again"
    )
    declare -A first=()
    while read -r file; do first[$(undated "$file")]=$file; done < <(published "$repository")
    differ=0
    while read -r file; do
        other=${first[$(undated "$file")]:-}
        unset "first[$(undated "$file")]"
        cmp "$repository/$other" "$work/repository-again/$file" || differ=$((differ + 1))
    done < <(published "$work/repository-again")
    echo "$differ files differ, ${#first[@]} are in the first build alone"
    ((differ == 0 && ${#first[@]} == 0))
fi

step "All of it holds: $version"
