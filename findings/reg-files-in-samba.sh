#!/bin/sh
# Samba's registry library, which its regpatch uses, applies .reg files, and is expected to take one as
# Windows writes it: in UTF-16 with a byte order mark. It finds nothing in it, and says nothing. From
# UTF-8 it takes texts, but leaves their escapes as they are, so that JSON in a text is none anymore, and
# each backslash of a path is there twice. A comment below a key ends the key, so that the values after it
# are lost, as is the key's default value (`@`). A name is cut one letter before a `=` in it. To the
# caller, all of this is a success. (Microsoft's article 310516 describes the files.)
# Ours are UTF-16, with JSON in some texts, for Windows alone (tools/release/policies/reg-file.ts).
# Runs Debian's packages from a temporary folder, with Debian's own Python, which they are built for.
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
export LDB_MODULES_PATH="$libraries/samba/ldb"
cat > apply.py <<'PY'
import os
import sys

from samba import registry
from samba.param import LoadParm

texts = {
    "plain": r'"mode"="warn"',
    "UTF-16": r'"mode"="warn"',
    "JSON": r'"messages"="{\"en\":\"Ask us\"}"',
    "path": r'"folder"="C:\\tools"',
    "comment": '; how strict\r\n"mode"="warn"',
    "default": '@="warn"',
    "name": '"max=age"="30"',
}
name = sys.argv[1]
head = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\Software\\Acme]\r\n"
mark, encoding = ("\ufeff", "utf-16-le") if name == "UTF-16" else ("", "utf-8")
with open("policy.reg", "wb") as file:
    file.write(f"{mark}{head}{texts[name]}\r\n".encode(encoding))

hive = registry.open_ldb(os.path.abspath(f"{name}.ldb"), lp_ctx=LoadParm())
root = registry.Registry()
root.mount_hive(hive, registry.HKEY_LOCAL_MACHINE)
try:
    root.diff_apply("policy.reg")
    print(f"{name}: applied", end="; ")
except Exception as error:
    print(f"{name}: refused, {error}", end="; ")
PY
cat > read.py <<'PY'
import sys

import ldb

rows = [row for row in ldb.Ldb(f"{sys.argv[1]}.ldb").search() if "data" in row]
values = [f"{row['value']} is {row['data']}".replace("\0", "") for row in rows]
print(", ".join(values) or "nothing", end="; ")
PY
for name in plain UTF-16 JSON path comment default name; do
  /usr/bin/python3 apply.py "$name" 2> said
  /usr/bin/python3 read.py "$name"
  echo "lines said: $(wc -l < said)"
done > seen
sed 's/^/  /' seen
diff - seen <<'TEXT'
plain: applied; mode is warn; lines said: 0
UTF-16: applied; nothing; lines said: 0
JSON: applied; messages is {\"en\":\"Ask us\"}; lines said: 0
path: applied; folder is C:\\tools; lines said: 0
comment: applied; nothing; lines said: 1
default: applied; nothing; lines said: 1
name: applied; ma is age"="30"; lines said: 0
TEXT
echo "As found: Windows's own files come out empty, and escapes stay in."
