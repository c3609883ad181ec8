#!/bin/sh
# A converter is expected to fail on a file that it can't read. `plistutil` of libplist says so in words,
# writes nothing, and ends with 0, so that a script or a CI step which checks configuration profiles with
# it lets a broken one pass; only a missing file is a failure to it. Python's plistlib fails on the same.
# Our own test reads what it says. Runs Debian's packages from a temporary folder.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download libplist-utils libplist3 > /dev/null 2>&1
for package in *.deb; do
  dpkg-deb --extract "$package" root
  dpkg-deb --show --showformat='  ${Package} ${Version}\n' "$package"
done
export LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
echo '<plist version="1.0"><dict><key>mode</key><string>warn</string></dict></plist>' > good.plist
# The value is not closed.
echo '<plist version="1.0"><dict><key>mode</key><string>warn</dict></plist>' > cut.plist
seen=""
for file in good cut missing; do
  status=0
  root/usr/bin/plistutil -i $file.plist -o $file.out > said 2>&1 || status=$?
  made=no; [ -s $file.out ] && made=yes
  echo "  $file: status $status, written: $made, said: $(head -1 said)"
  seen="$seen $file=$status/$made"
done
python='import plistlib, sys; plistlib.load(open(sys.argv[1], "rb"))'
if python3 -c "$python" cut.plist 2> /dev/null; then seen="$seen python=0"; else seen="$seen python=1"; fi
[ "$seen" = " good=0/yes cut=0/no missing=1/no python=1" ]
echo "As found: a profile that can't be read ends with 0, like a good one."
