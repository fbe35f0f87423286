#!/usr/bin/env bash
# Usage: fetch_judges.sh FOLDER
# Puts ajv and yaml-language-server into FOLDER/node_modules, as package-lock.json beside this script pins them. Does
# nothing when they are there.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
folder=${1:?where to put the judges}
mkdir -p "$folder"
cmp -s "$here/package-lock.json" "$folder/package-lock.json" && [ -d "$folder/node_modules" ] && exit
command -v npm >/dev/null || { echo "fetch_judges.sh: npm is missing" >&2; exit 1; }
rm -rf "$folder/node_modules" "$folder/package-lock.json" "$folder/fetching"
mkdir -p "$folder/fetching"
cp "$here/package.json" "$here/package-lock.json" "$folder/fetching"
npm ci --prefix "$folder/fetching" --ignore-scripts --no-audit --no-fund --loglevel=error
rm -rf "$folder/node_modules"
mv "$folder/fetching/node_modules" "$folder/fetching/package.json" "$folder/"
mv "$folder/fetching/package-lock.json" "$folder/"  # last: it says that all is there
rmdir "$folder/fetching"
