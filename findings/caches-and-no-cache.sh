#!/bin/sh
# A client that wants the newest file sends `Cache-Control: no-cache` or `max-age=0`, and a cache before
# the server is expected to ask there (RFC 9111, 5.2.1). HAProxy, Apache, and Squid do. nginx and Varnish
# answer from what they keep, as the RFC lets them: they call the client's old file "not modified", and
# send the old one to a client that has the new one. Nor does nginx say how old it is (`Age`).
# All of them hear the server's own `no-cache`, but Squid not in capitals, `No-Cache`. nginx and HAProxy
# count `max-age` anew for a file that spent it in another cache behind them. Unless told to, HAProxy keeps
# no answer with `Vary` and none above a 256th of its size, and Squid, which has no disk in Debian's
# settings, none above 512 KB, which a signed advisory is. The server is asked each time.
# Our client sends both, and a feed's server should say `no-cache` (src/platform/worker/web/feed.ts,
# docs/feed.md). Runs Debian's packages from a temporary folder, with gcc, which Varnish needs.
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
caches="nginx haproxy apache2-bin varnish squid"
needed="libapr1 libaprutil1 libbrotli1 libjansson4 liblua5.3-0 libopentracing-c-wrapper0 libopentracing1"
needed="$needed libvarnishapi3 libjemalloc2 libedit2 libbsd0 squid-common squid-langpack libecap3 libltdl7"
apt-get download $caches $needed libtdb1 libnetfilter-conntrack3 libnfnetlink0 libmnl0 > /dev/null 2>&1
for package in *.deb; do dpkg-deb --extract "$package" root; done
for cache in $caches; do dpkg-deb --show --showformat='  ${Package} ${Version}\n' "$cache"_*.deb; done
export LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu"

# Free ports: the server's, and those of nginx, HAProxy, Apache, Varnish, and Squid.
set -- $(node -e "
const servers = Array.from({ length: 6 }, () => require('node:net').createServer().listen(0, '127.0.0.1'));
const print = () => servers.forEach((one) => { console.log(one.address().port); one.close(); });
Promise.all(servers.map((one) => require('node:events').once(one, 'listening'))).then(print);")
cat > nginx.conf <<TEXT
daemon off; pid nginx.pid; user nobody nogroup;
events {}
http {
  client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;
  access_log off; proxy_cache_path kept keys_zone=feed:1m;
  server { listen 127.0.0.1:$2; location / { proxy_pass http://127.0.0.1:$1; proxy_cache feed; } }
}
TEXT
cat > haproxy.cfg <<TEXT
cache feed
  total-max-size 64
listen feed
  mode http
  bind 127.0.0.1:$3
  http-request cache-use feed
  http-response cache-store feed
  server feed 127.0.0.1:$1
TEXT
{
  printf 'ServerRoot %s\nServerName feed.example\nListen 127.0.0.1:%s\nPidFile pid\n' "$folder" "$4"
  for module in mpm_event authz_core proxy proxy_http cache cache_disk; do
    printf 'LoadModule %s_module root/usr/lib/apache2/modules/mod_%s.so\n' "$module" "$module"
  done
  printf 'DefaultRuntimeDir .\nMutex file:.\nErrorLog apache.log\nUser nobody\nGroup nogroup\n'
  printf 'CacheRoot apache\nCacheEnable disk /\nProxyPass / http://127.0.0.1:%s/\n' "$1"
} > apache.conf
install -d -o nobody apache
cat > squid.conf <<TEXT
http_port 127.0.0.1:$6 accel defaultsite=feed.example
cache_peer 127.0.0.1 parent $1 0 no-query no-digest originserver
http_access allow all
access_log none
cache_log /dev/null
pid_filename none
pinger_enable off
unlinkd_program /bin/true
shutdown_lifetime 1 second
visible_hostname feed.example
icon_directory root/usr/share/squid/icons
mime_table root/usr/share/squid/mime.conf
error_directory root/usr/share/squid-langpack/en
TEXT
start() { # PROGRAM ARGUMENTS
  "root/usr/sbin/$@" >> servers.log 2>&1 &
  servers="$servers $!"
}
start nginx -p "$folder" -c nginx.conf -e nginx.log
start haproxy -db -f haproxy.cfg
start apache2 -DFOREGROUND -f "$folder/apache.conf"
start varnishd -F -j none -n "$folder/varnish" -a "127.0.0.1:$5" -b "127.0.0.1:$1" -s malloc,64m
start squid -N -n "feed$1" -f squid.conf

cat > run.mjs <<'JS'
import { createServer, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const noCache = { 'Cache-Control': 'no-cache', Pragma: 'no-cache' };
// What the client wishes once the file has changed, or what the server said of the old one.
const rows = [
  ['client: no-cache', 'old new new old new', { wish: noCache }],
  ['client: max-age=0', 'old new new old new', { wish: { 'Cache-Control': 'max-age=0' } }],
  ['client: no-cache, old tag', '304 new new 304 new', { wish: { ...noCache, 'If-None-Match': '"7"' } }],
  ['client: no-cache, new tag', 'old 304 304 old 304', { wish: { ...noCache, 'If-None-Match': '"8"' } }],
  ['is there an Age?', 'no yes yes yes yes', { look: ({ headers }) => ('age' in headers ? 'yes' : 'no') }],
  ['server: no-cache', 'new new new new new', { says: { 'Cache-Control': 'no-cache' } }],
  ['server: No-Cache', 'new new new new old', { says: { 'Cache-Control': 'No-Cache' } }],
  ['server: Vary', 'old new old old old', { says: { Vary: 'Accept-Encoding' } }],
  ['server: 600 KB', 'old new old old new', { bytes: 600_000 }],
  // Varnish sends what is too old for 10 seconds more, while it asks.
  ['server: max-age spent', 'old old new new new', { says: { Age: '299' }, delay: 14_000 }],
];
const modified = new Date(Date.now() - 100 * 24 * 3_600_000).toUTCString();
const changed = new Set();
const origin = createServer((asked, answer) => {
  const { says, bytes = 1 } = rows[asked.url.split('/')[2]]?.[2] ?? {};
  const version = changed.has(asked.url) ? '8' : '7';
  const usual = { 'Cache-Control': 'max-age=300', 'Last-Modified': modified };
  const headers = { ...usual, ETag: `"${version}"`, ...says };
  if (asked.headers['if-none-match'] === headers.ETag) answer.writeHead(304, headers).end();
  else answer.writeHead(200, { ...headers, 'Content-Length': bytes }).end(version.padEnd(bytes));
});
const ask = (port, path, wish) =>
  new Promise((done, failed) => {
    const options = { host: '127.0.0.1', port, path, headers: { Host: 'feed.example', ...wish } };
    get({ ...options, agent: false }, async (answer) => {
      let text = '';
      for await (const part of answer) text += part;
      done({ status: answer.statusCode, text, headers: answer.headers });
    }).on('error', failed);
  });
const which = ({ status, text }) => (status === 200 ? (text[0] === '7' ? 'old' : 'new') : status);

const [port, ...caches] = process.argv.slice(2);
await new Promise((listening) => origin.listen(port, '127.0.0.1', listening));
const isUp = async (cache) => (await ask(cache, '/up').catch(() => null))?.status === 200;
for (const cache of caches)
  for (let tries = 0; tries < 60 && !(await isUp(cache)); tries += 1) await wait(500);
const seen = rows.map(async ([, , { wish, look = which, delay = 500 }], row) => {
  const answers = caches.map(async (cache) => {
    const path = `/${cache}/${row}`;
    await ask(cache, path);
    await wait(delay);
    changed.add(path);
    return look(await ask(cache, path, wish));
  });
  return (await Promise.all(answers)).join(' ');
});
const answers = await Promise.all(seen);
rows.forEach(([name], row) => console.log(`  ${name}: ${answers[row]}`));
process.exit(rows.every(([, expected], row) => answers[row] === expected) ? 0 : 1);
JS
echo "a file that changed while nginx, HAProxy, Apache, Varnish, and Squid keep the old one, in this order:"
node run.mjs "$@"
echo "As found: two of the five don't listen to the client."
