#!/bin/sh
# A server that compresses a file is expected to know its own ETag again. Apache doesn't: it marks the
# tag ("…-br", "…-gzip") after the comparison, so that a client with an up-to-date copy gets the file
# each time. The known setting, `DeflateAlterETag NoChange`, does nothing for Brotli, which has one of
# its own. lighttpd knows the marked tag, but only letter for letter: once a proxy on the way has made it
# weak (`W/`), as they do when they compress anew, the file is sent each time, too. Without compression
# both compare as RFC 9110, 13.1.2 says. A file whose type is not in its list, such as an add-on, gets
# neither a tag nor a date from lighttpd.
# docs/admin/self-hosting.md has the settings. Runs Debian's packages from a temporary folder.
set -eu
folder=$(mktemp -d)
servers=""
finish() {
  for server in $servers; do kill "$server" 2> /dev/null || true; done
  wait 2> /dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
chmod 755 "$folder"
cd "$folder"
needed="apache2-bin lighttpd lighttpd-mod-deflate libapr1 libaprutil1 libbrotli1 libjansson4 liblua5.3-0"
apt-get download $needed > /dev/null 2>&1
for package in *.deb; do
  dpkg-deb --extract "$package" root
  dpkg-deb --show --showformat='${Package} ${Version}\n' "$package" | grep -E '^(apache2-bin|lighttpd) ' | sed 's/^/  /'
done
export LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"
mkdir site
head -c 5000 /dev/zero | tr '\0' x > site/feed.json
cp site/feed.json site/addon.xpi
chmod -R a+rX site

modules=root/usr/lib/apache2/modules
apache() {
  {
    printf 'ServerName feed.example\nListen 127.0.0.1:%s\nPidFile %s.pid\nErrorLog %s.log\n' "$1" "$1" "$1"
    printf 'ServerRoot %s\nDefaultRuntimeDir .\nMutex file:.\nDocumentRoot site\n' "$folder"
    for module in mpm_event authz_core mime filter deflate brotli; do
      printf 'LoadModule %s_module %s/mod_%s.so\n' "$module" "$modules" "$module"
    done
    printf 'TypesConfig /dev/null\nAddType application/json json\nUser nobody\nGroup nogroup\n'
    printf 'AddOutputFilterByType %s application/json\n%s\n' "$2" "$3"
  } > "$1.conf"
  root/usr/sbin/apache2 -f "$folder/$1.conf" -DFOREGROUND &
  servers="$servers $!"
}
lighttpd() {
  {
    printf 'server.document-root = "%s/site"\nserver.port = %s\nserver.bind = "127.0.0.1"\n' "$folder" "$1"
    printf 'mimetype.assign = (".json" => "application/json")\n%s\n' "$2"
  } > "$1.conf"
  root/usr/sbin/lighttpd -D -f "$1.conf" -m root/usr/lib/lighttpd 2> "$1.log" &
  servers="$servers $!"
}
apache 18081 DEFLATE ''
apache 18082 DEFLATE 'DeflateAlterETag NoChange'
apache 18083 BROTLI_COMPRESS 'DeflateAlterETag NoChange'
apache 18084 BROTLI_COMPRESS 'BrotliAlterETag NoChange'
lighttpd 18085 ''
lighttpd 18086 'server.modules = ("mod_deflate")
deflate.mimetypes = ("application/json")
deflate.allowed-encodings = ("br", "gzip")'

ask() { # PORT [TAG]: the status
  curl --silent --output /dev/null --write-out '%{http_code}' --header 'Accept-Encoding: gzip, br' \
    --header "If-None-Match: $2" "http://127.0.0.1:$1/feed.json"
}
row() { # PORT NAME
  tag=$(curl --silent --retry 20 --retry-connrefused --retry-delay 1 --dump-header - --output /dev/null \
    --header 'Accept-Encoding: gzip, br' "http://127.0.0.1:$1/feed.json" |
    tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
  printf '%s: same tag %s, weak tag %s\n' "$2" "$(ask "$1" "$tag")" "$(ask "$1" "W/$tag")"
}
{
  row 18081 'Apache, deflate'
  row 18082 'Apache, deflate, DeflateAlterETag NoChange'
  row 18083 'Apache, Brotli, DeflateAlterETag NoChange'
  row 18084 'Apache, Brotli, BrotliAlterETag NoChange'
  row 18085 'lighttpd'
  row 18086 'lighttpd, deflate'
  headers=$(curl --silent --head http://127.0.0.1:18085/addon.xpi | grep -c -i -E '^(etag|last-modified):' || true)
  echo "lighttpd, a type that is not listed: $headers of ETag and Last-Modified"
} > seen
sed 's/^/  /' seen
diff - seen <<'TEXT'
Apache, deflate: same tag 200, weak tag 200
Apache, deflate, DeflateAlterETag NoChange: same tag 304, weak tag 304
Apache, Brotli, DeflateAlterETag NoChange: same tag 200, weak tag 200
Apache, Brotli, BrotliAlterETag NoChange: same tag 304, weak tag 304
lighttpd: same tag 304, weak tag 304
lighttpd, deflate: same tag 304, weak tag 200
lighttpd, a type that is not listed: 0 of ETag and Last-Modified
TEXT
echo "As found: a marked tag is not known again, or only letter for letter."
