#!/usr/bin/env bash
# Rollcall: finds or builds the program, and hands everything else to it. `./run.sh --help` says what it can do.
set -eu
unset CDPATH

fail() {
    printf '%s\n' "$1" >&2
    exit 2
}

# With it, cd would search other folders than the one named, and print where it went.
unset CDPATH

# The folder in which this script really lies, whatever links lead to it.
script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
    folder=$(cd -P "$(dirname "$script")" && pwd)
    script=$(readlink "$script")
    case $script in /*) ;; *) script=$folder/$script ;; esac
done
here=$(cd -P "$(dirname "$script")" && pwd)
jar=$here/target/rollcall.jar
# Bears the time at which the last build that came to its end began.
built=$here/target/built

java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-java}
command -v "$java" >/dev/null 2>&1 ||
    fail "Rollcall needs a JDK 17 or newer; there is no Java here (neither JAVA_HOME nor the PATH leads to one)."

# The line in which Java tells its version; options from the environment are announced above it.
java_says() {
    "$java" -version 2>&1 | sed -n '/version "/{p;q;}'
}

# Prints the main version of Java: 17 for "17.0.15", 8 for "1.8.0". A JDK's folder states it, which is read sooner than
# a Java is started.
java_version() {
    local binary release version=
    binary=$(readlink -f "$(command -v "$java")" 2>/dev/null) || binary=
    release=${binary%/bin/java}/release
    if [ -r "$release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$release")
    fi
    [ -n "$version" ] || version=$(java_says | sed 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/')
    printf '%s' "$version"
}

require_java() {
    local version
    version=$(java_version)
    [ "${version:-0}" -ge 17 ] ||
        fail "Rollcall needs a JDK 17 or newer; $(java_says) was found."
}

require_build_tools() {
    [ -x "$(dirname "$(command -v "$java")")/javac" ] || command -v javac >/dev/null 2>&1 ||
        fail "Building Rollcall needs a JDK 17 or newer; what was found runs Java programs but cannot build them."
    command -v mvn >/dev/null 2>&1 || fail "Building Rollcall needs Maven 3.8 or newer; there is no mvn on the PATH."
    local version major minor
    version=$(mvn --version 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
    major=${version%%.*}
    minor=${version#*.}
    minor=${minor%%.*}
    [ "${major:-0}" -gt 3 ] || { [ "${major:-0}" -eq 3 ] && [ "${minor:-0}" -ge 8 ]; } ||
        fail "Building Rollcall needs Maven 3.8 or newer; Maven ${version:-of an unknown version} was found."
}

is_stale() {
    [ ! -f "$jar" ] || [ ! -f "$built" ] ||
        [ -n "$(find "$here/pom.xml" "$here/src/main" -newer "$built" -print -quit)" ]
}

build() {
    require_build_tools
    echo "Building Rollcall; the first time this takes a minute or two ..." >&2
    local log=$here/target/build.log
    mkdir -p "$here/target"
    rm -f "$built"
    touch "$built.begun"
    if ! (cd "$here" && mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip package) >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        fail "Rollcall could not be built; the whole output is in $log."
    fi
    mv "$built.begun" "$built"
}

require_java

if [ "${1:-}" = test ]; then
    shift
    require_build_tools
    cd "$here"
    exec mvn -B -ntp verify "$@"
fi

if is_stale; then
    build
fi

# Reports, logs and job state hold personal data: nobody but their owner reads them.
umask 077
# Java takes the names of files for what the locale says they are; in the C locale of a schedule it cannot read an umlaut.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
export ROLLCALL_HOME=${ROLLCALL_HOME:-$here}
# The site sets the pace, and most runs are short: the quick compiler alone starts them in half the time. Only a large
# roster is worth the thorough one, which reads it four times as fast once it is done.
compiler=-XX:TieredStopAtLevel=1
for argument in "$@"; do
    [ ! -f "$argument" ] || [ -z "$(find -L "$argument" -size +5000k)" ] || compiler=
done
# What watches the inbox starts once and works for days.
[ "${1:-}" != watch ] || compiler=
# Whether the output goes to a terminal, and how wide that is, Java cannot find out by itself.
terminal=
if [ -t 1 ]; then
    size=$(stty size <&1 2>/dev/null) || size=
    terminal="-Drollcall.terminal=true -Drollcall.columns=${size#* }"
fi
# shellcheck disable=SC2086 # ROLLCALL_JAVA_OPTS holds several options, and there may be none.
exec "$java" -XX:+UseSerialGC $compiler $terminal ${ROLLCALL_JAVA_OPTS:-} -jar "$jar" "$@"
