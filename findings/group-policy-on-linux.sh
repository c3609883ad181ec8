#!/bin/sh
# Samba applies Group Policy (Registry.pol, MS-GPREG, 2.2.1) to Chrome and Firefox on Linux, and is expected
# to give an extension the settings that it gets on Windows, which is what the keys below `3rdparty` are
# for. For Chrome it keeps only the last name of each path, so that the settings become policies of the
# browser itself, which knows none of them, and of two extensions the last one's `mode` stays.
# For Firefox it keeps the path, but makes the number 1 `true`, because a switch is a REG_DWORD too, and
# writes the browser's own policy `PDFjs` as `PSFjs`. In both, a list from which an entry was removed
# keeps it, and gets those that remain a second time.
# docs/admin/linux.md says to deploy files instead. Runs Debian's packages from a temporary folder, with
# Debian's own Python, which they are built for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
needed="python3-samba samba-libs python3-ldb python3-talloc python3-tdb libldb2 libtalloc2 libtdb1 libtevent0"
apt-get download $needed libwbclient0 libbsd0 libjansson4 libicu72 > /dev/null 2>&1
for package in *.deb; do
  dpkg-deb --extract "$package" root
  dpkg-deb --show --showformat='${Package} ${Version}\n' "$package" | grep '^python3-samba ' | sed 's/^/  /' || true
done
libraries="$folder/root/usr/lib/$(uname -m)-linux-gnu"
export LD_LIBRARY_PATH="$libraries:$libraries/samba" PYTHONPATH="$folder/root/usr/lib/python3/dist-packages"
cat > run.py <<'PY'
import json

from samba.dcerpc import misc, preg
from samba.gp import gp_chromium_ext as chromium, gp_firefox_ext as firefox
from samba.ndr import ndr_pack, ndr_unpack


def registry_pol(*rows):
    """The values as Samba reads them from the bytes of a Registry.pol."""
    file = preg.file()
    file.header.signature = "PReg"
    file.header.version = 1
    entries = []
    for key, name, data in rows:
        entry = preg.entry()
        entry.keyname, entry.valuename = key, name
        entry.type = misc.REG_DWORD if isinstance(data, int) else misc.REG_SZ
        entry.data = data
        entries.append(entry)
    file.num_entries, file.entries = len(entries), entries
    return ndr_unpack(preg.file, ndr_pack(file))


def say(name, value):
    print(f"{name}: {json.dumps(value, sort_keys=True)}")


chrome_key = "Software\\Policies\\Google\\Chrome"
one, other = (f"{chrome_key}\\3rdparty\\extensions\\{letter * 32}\\policy" for letter in "ab")
first = registry_pol(
    (one, "mode", "warn"),
    (one, "days", 1),
    (f"{one}\\hosts", "1", "a.example"),
    (f"{one}\\hosts", "2", "b.example"),
    (other, "mode", "quiet"),
    (chrome_key, "ShowHomeButton", 1),
)
managed, _ = chromium.convert_pol_to_json({}, {}, chrome_key, first.entries)
say("Chrome", managed)
# Samba starts from the file that it wrote before.
second = registry_pol((f"{one}\\hosts", "1", "b.example"))
managed, _ = chromium.convert_pol_to_json(managed, {}, chrome_key, second.entries)
say("Chrome, hosts without a.example", managed["hosts"])

firefox_key = "Software\\Policies\\Mozilla\\Firefox"
addon = f"{firefox_key}\\3rdparty\\Extensions\\addon@shop.example"
first = registry_pol(
    (addon, "mode", "warn"),
    (addon, "days", 1),
    (addon, "hours", 2),
    (f"{addon}\\hosts", "1", "a.example"),
    (f"{addon}\\hosts", "2", "b.example"),
    (f"{firefox_key}\\PDFjs", "Enabled", 1),
)
written = firefox.convert_pol_to_json({"policies": {}}, firefox_key, first.entries)
say("Firefox", written)
second = registry_pol((f"{addon}\\hosts", "1", "b.example"))
written = firefox.convert_pol_to_json(written, firefox_key, second.entries)
say(
    "Firefox, hosts without a.example",
    written["policies"]["3rdparty"]["Extensions"]["addon@shop.example"]["hosts"],
)
PY
/usr/bin/python3 run.py > seen
sed 's/^/  /' seen
diff - seen <<'TEXT'
Chrome: {"ShowHomeButton": true, "days": 1, "hosts": ["a.example", "b.example"], "mode": "quiet"}
Chrome, hosts without a.example: ["a.example", "b.example", "b.example"]
Firefox: {"policies": {"3rdparty": {"Extensions": {"addon@shop.example": {"days": true, "hosts": ["a.example", "b.example"], "hours": 2, "mode": "warn"}}}, "PSFjs": {"Enabled": true}}}
Firefox, hosts without a.example: ["a.example", "b.example", "b.example"]
TEXT
echo "As found: an extension's settings become the browser's, 1 becomes true, and lists only grow."
