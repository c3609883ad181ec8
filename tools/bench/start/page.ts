// The page that both are shown in, and its server.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of the vendor's, answered by this computer. */
export const site = 'http://www.kaspersky.com/downloads/standard';

/** Notes when a popover appears. */
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Download</title><script>
new MutationObserver(() => {
  if (window.noticeAt === undefined && document.querySelector('[popover]')) window.noticeAt = performance.now();
}).observe(document, { childList: true, subtree: true, attributes: true });
</script><body><h1>Kaspersky Standard</h1><p>Buy now</p></body></html>`;

/** For `evaluate`: milliseconds from navigation to the notice; null while there is none. */
export const readNoticeAt = '() => window.noticeAt ?? null';

export async function servePage(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(html),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}
