#!/bin/sh
# Builds the golden plugins of a release: make.sh FOLDER. Run it once per release, never again for a folder that is
# committed: what is there is what people have out there. README.md says what they are.
set -eu
out=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../..
flags="-fPIC -shared -fvisibility=hidden -ffunction-sections -fdata-sections -I$root/sdk/include"
link="-Wl,--gc-sections -Wl,--build-id=none -Wl,--version-script=$root/sdk/cmake/sheaf_plugin.version -s"

manifest() { objcopy -O binary --only-section=.sheaf.manifest "$1.so" "$1.plugin.json"; }

mkdir -p "$out/gcc" "$out/clang-libc++" "$out/c" "$out/rust"
g++ -std=c++20 -Os -fvisibility-inlines-hidden $flags "$here/section.cpp" $link -o "$out/gcc/visits.so"
clang++-16 -std=c++20 -Oz -fvisibility-inlines-hidden -stdlib=libc++ -static-libstdc++ -fuse-ld=lld \
  $flags "$here/section.cpp" $link -Wl,--icf=all -o "$out/clang-libc++/visits.so"
gcc -std=c11 -Os $flags "$root/examples/c-section/opening_hours.c" $link -o "$out/c/opening-hours.so"
cargo build --quiet --release --offline --manifest-path "$root/examples/rust-section/Cargo.toml" \
  --target-dir "$out/target"
cp "$out/target/release/libroad_works.so" "$out/rust/road-works.so"
rm -r "$out/target"
for library in gcc/visits clang-libc++/visits c/opening-hours rust/road-works; do manifest "$out/$library"; done
chmod 644 "$out"/*/*.so
