// The page that both are shown in, and its server.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of the vendor's, answered by this computer. */
export const site = 'http://www.kaspersky.com/downloads/standard';

/** Notes when a popover appears. */
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Download</title><script>
new MutationObserver(() => {
  const { dataset } = document.documentElement;
  if (!dataset.noticeAt && document.querySelector('[popover]')) dataset.noticeAt = performance.now();
}).observe(document, { childList: true, subtree: true, attributes: true });
</script><body><h1>Kaspersky Standard</h1><p>Buy now</p></body></html>`;

/** For `evaluate`: milliseconds from navigation to the notice; null while there is none. */
export const readNoticeAt = '() => Number(document.documentElement?.dataset.noticeAt) || null';

export interface PageServer {
  readonly port: number;
  /** From now on, each answer comes this many milliseconds after it was asked for. */
  answerAfter(delayMs: number): void;
  close(): void;
}

/** A proxy that answers every request with the page, at once. */
export async function servePage(): Promise<PageServer> {
  let delay = 0;
  const answer = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(html);
  const server = createServer((_, response) =>
    delay === 0 ? answer(response) : setTimeout(answer, delay, response),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    answerAfter: (delayMs) => void (delay = delayMs),
    close: () => void server.close(),
  };
}
