// An organization's collector: takes OTLP/HTTP logs strictly, or fails in every way in which one can.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readExportRequest, recordsOf, type Received } from '../../cases/otlp.ts';

export type Answer =
  | 'take'
  /** Takes it, and the connection ends before anybody is told. */
  | 'take-silently'
  | 'stall'
  /** Says 200 and never ends its answer. */
  | 'take-and-stall'
  | 'reset'
  | { readonly status: number; readonly headers?: Record<string, string> }
  /** Takes it but for so many records. */
  | { readonly refusing: number };

export interface Collector {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** What was taken, in order, duplicates included. */
  readonly received: readonly Received[];
  /** Every request with a body, taken or not. */
  readonly requests: readonly {
    readonly body: string;
    readonly headers: IncomingMessage['headers'];
    readonly at: number;
  }[];
  /** Bodies that the definitions refuse. */
  readonly faults: readonly string[];
  /** How the next requests are answered: by turns until the last, which stays. */
  answer(...answers: readonly [Answer, ...Answer[]]): void;
  clear(): void;
}

const open = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'POST',
  'access-control-expose-headers': 'retry-after',
};

export function createCollector(clock: () => number = Date.now): Collector {
  const received: Received[] = [];
  const requests: { body: string; headers: IncomingMessage['headers']; at: number }[] = [];
  const faults: string[] = [];
  let answers: Answer[] = ['take'];

  function respond(
    answer: Answer,
    body: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const take = () => received.push(...recordsOf(readExportRequest(body)));
    const json = { ...open, 'content-type': 'application/json' };
    if (answer === 'stall') return;
    if (answer === 'reset') return void request.socket.destroy();
    if (typeof answer === 'object' && 'status' in answer)
      return void response.writeHead(answer.status, { ...open, ...answer.headers }).end();
    take();
    if (answer === 'take-silently') request.socket.destroy();
    else if (answer === 'take-and-stall') response.writeHead(200, json).write('{');
    else if (answer === 'take') response.writeHead(200, json).end('{}');
    else
      response.writeHead(200, json).end(
        JSON.stringify({
          partialSuccess: {
            rejectedLogRecords: String(answer.refusing),
            errorMessage: 'too old',
          },
        }),
      );
  }

  return {
    received,
    requests,
    faults,
    handle(request, response) {
      if (request.method === 'OPTIONS') return void response.writeHead(204, open).end();
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('error', () => undefined);
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        requests.push({ body, headers: request.headers, at: clock() });
        try {
          readExportRequest(body);
          const [answer = 'take'] = answers.length > 1 ? answers.splice(0, 1) : answers;
          respond(answer, body, request, response);
        } catch (cause) {
          faults.push(String(cause));
          response.writeHead(400, open).end();
        }
      });
    },
    answer: (...next) => void (answers = [...next]),
    clear() {
      received.length = 0;
      requests.length = 0;
      faults.length = 0;
      answers = ['take'];
    },
  };
}

export interface RunningCollector extends Collector {
  readonly address: string;
  /** Ends as a process that is stopped: every connection is cut, nobody listens. */
  stop(): Promise<void>;
  /** Listens again on the same port. */
  restart(): Promise<void>;
}

/** The collector on a free local port, over plain HTTP. */
export async function startCollector(clock?: () => number): Promise<RunningCollector> {
  const collector = createCollector(clock);
  let server: Server | null = null;
  const listen = async (port: number): Promise<number> => {
    const next = createServer(collector.handle);
    await new Promise<void>((resolve) => next.listen(port, '127.0.0.1', resolve));
    server = next;
    return (next.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    ...collector,
    address: `http://127.0.0.1:${String(port)}/v1/logs`,
    async stop() {
      const ending = server;
      server = null;
      if (!ending) return;
      await new Promise<void>((resolve) => {
        ending.close(() => resolve());
        ending.closeAllConnections();
      });
    },
    async restart() {
      if (!server) await listen(port);
    },
  };
}
