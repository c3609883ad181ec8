#!/bin/sh
# Two servers behind one name, with copies of one file, equal to the byte and in their times, are expected
# to give it one ETag, so that a client is told "not modified" by either. lighttpd and http-server put
# the number of the file on its disk (the inode) into the tag, so that each copy has a tag of its own,
# and a client that is sent to the servers in turn gets the whole file each time. lighttpd can be told
# not to; http-server can't. Apache, nginx, and Caddy use time and size alone.
# docs/admin/self-hosting.md has the setting. Runs Debian's lighttpd from a temporary folder.
set -eu
folder=$(mktemp -d)
servers=""
finish() {
  for server in $servers; do kill "$server" 2> /dev/null || true; done
  wait 2> /dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
cd "$folder"
apt-get download lighttpd > /dev/null 2>&1
dpkg-deb --show --showformat='  ${Package} ${Version}\n' lighttpd*.deb
dpkg-deb --extract lighttpd*.deb root
echo '{ "name": "app", "private": true }' > package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error http-server@14.1.1 serve-static@2.2.1 > /dev/null
echo "  http-server 14.1.1, serve-static 2.2.1"
mkdir one two
echo '{"version": 7}' > one/feed.json
cp -p one/feed.json two/feed.json

lighttpd() { # PORT FOLDER SETTING
  {
    printf 'server.document-root = "%s/%s"\nserver.port = %s\nserver.bind = "127.0.0.1"\n' "$folder" "$2" "$1"
    printf 'mimetype.assign = (".json" => "application/json")\n%s\n' "$3"
  } > "$1.conf"
  root/usr/sbin/lighttpd -D -f "$1.conf" -m root/usr/lib/lighttpd 2> "$1.log" &
  servers="$servers $!"
}
lighttpd 18091 one ''
lighttpd 18092 two ''
lighttpd 18093 one 'etag.use-inode = "disable"'
lighttpd 18094 two 'etag.use-inode = "disable"'
node -e "
const { createServer } = require('node:http');
const httpServer = require('http-server');
const serveStatic = require('serve-static');
['one', 'two'].forEach((root, index) => {
  httpServer.createServer({ root }).listen(18095 + index, '127.0.0.1');
  const serve = serveStatic(root);
  createServer((asked, answer) => serve(asked, answer, () => answer.end())).listen(18097 + index, '127.0.0.1');
});" 2> node.log &
servers="$servers $!"

tag() {
  curl --silent --retry 20 --retry-connrefused --retry-delay 1 --dump-header - --output /dev/null \
    "http://127.0.0.1:$1/feed.json" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p'
}
row() { # NAME PORT PORT
  one=$(tag "$2")
  two=$(tag "$3")
  [ -n "$one" ] && [ "$one" = "$two" ] && echo "$1: one tag" || echo "$1: two tags"
}
{
  row 'lighttpd' 18091 18092
  row 'lighttpd, etag.use-inode disabled' 18093 18094
  row 'http-server' 18095 18096
  row 'serve-static' 18097 18098
} > seen
sed 's/^/  /' seen
diff - seen <<'TEXT'
lighttpd: two tags
lighttpd, etag.use-inode disabled: one tag
http-server: two tags
serve-static: one tag
TEXT
echo "As found: equal files, two tags."
