#!/usr/bin/env bash
# clean_root.sh PACKAGES: in a Debian 12 that has nothing else, installs the packages of a folder, and does as a user of
# no privileges what the tutorial begins with. Needs root, debootstrap and a mirror (DEBIAN_MIRROR, else this machine's).
set -euo pipefail
packages=$(realpath "$1")
[ "$(id -u)" -eq 0 ] || { echo "clean_root.sh: only root can make a clean root" >&2; exit 3; }
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' 2>/dev/null | head -n 1)}
root=$(mktemp -d /var/tmp/sheaf-clean-root.XXXXXX)
chmod 755 "$root"
trap 'rm -rf "$root"' EXIT

step() { printf '%4d s  %s\n' "$SECONDS" "$*"; }
inside() { unshare --mount bash -c 'mount -t proc proc "$0/proc" 2>/dev/null || mount --rbind /proc "$0/proc"; chroot "$0" "$@"' "$root" "$@"; }

step "making a clean root"
debootstrap --variant=minbase bookworm "$root" "${mirror:-http://deb.debian.org/debian}" >"$root.log" 2>&1 ||
  { tail -n 20 "$root.log" >&2; exit 3; }
rm -f "$root.log"
rm -f "$root/etc/apt/sources.list"
cp -r /etc/apt/apt.conf.d /etc/apt/sources.list* "$root/etc/apt/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
mkdir "$root/packages"
cp "$packages"/*.deb "$root/packages/"

step "installing the packages, and what an author needs"
inside sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  /packages/*.deb g++ cmake make >/tmp/apt.log 2>&1 || { tail -n 20 /tmp/apt.log; exit 1; }'

step "a report with the packages alone"
inside useradd --create-home author
inside su - author -c 'cp -r /usr/share/doc/sheaf/examples/nottingham . && sheaf build nottingham/people/2020-11/report.yaml'

step "from nothing to a previewed section"
inside su - author -c 'sheaf plugin new bus-routes && cd bus-routes && sh ci.sh && sheaf plugin preview . --with params.yaml'

step "done"
