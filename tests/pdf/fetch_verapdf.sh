#!/usr/bin/env bash
# Usage: fetch_verapdf.sh FOLDER
# Puts veraPDF's jars into FOLDER/lib, as pom.xml beside this script names them. Does nothing when they are there.
set -euo pipefail
pom=$(dirname "$(realpath "$0")")/pom.xml
folder=${1:?where to put veraPDF}
mkdir -p "$folder"
folder=$(realpath "$folder")
cmp -s "$pom" "$folder/pom.xml" && [ -d "$folder/lib" ] && exit
rm -rf "$folder/lib" "$folder/fetching"
mvn -q -B -f "$pom" dependency:copy-dependencies -DoutputDirectory="$folder/fetching" -DincludeScope=runtime
mv "$folder/fetching" "$folder/lib"
cp "$pom" "$folder/pom.xml"
