// An organization's collector: accepts only strict OTLP/HTTP logs, or fails in every possible way.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readExportRequest, recordsOf, type Received } from '../../cases/otlp.ts';

export type Answer =
  | 'take'
  /** Accepts, but the connection ends before the response. */
  | 'take-silently'
  | 'stall'
  /** Sends 200 but never ends the body. */
  | 'take-and-stall'
  | 'reset'
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
      /** From a server that knows nothing of extensions: without their headers, and to their question, too. */
      readonly isClosed?: boolean;
    }
  /** Accepts all but so many records. */
  | { readonly refusing: number };

export interface Collector {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Accepted events in order, with duplicates. */
  readonly received: readonly Received[];
  /** Every request with a body, accepted or not. */
  readonly requests: readonly {
    readonly body: string;
    readonly headers: IncomingMessage['headers'];
    readonly at: number;
  }[];
  /** Bodies that violate the definitions. */
  readonly faults: readonly string[];
  /** Sets the next responses, in turn; the last one repeats. */
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

  function nextAnswer(): Answer {
    const [answer = 'take'] = answers.length > 1 ? answers.splice(0, 1) : answers;
    return answer;
  }

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
      return void response
        .writeHead(answer.status, { ...(answer.isClosed ? {} : open), ...answer.headers })
        .end(answer.body);
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
      if (request.method === 'OPTIONS') {
        const [next] = answers;
        const isClosed = typeof next === 'object' && 'status' in next && next.isClosed;
        if (!isClosed) return void response.writeHead(204, open).end();
        return respond(nextAnswer(), '', request, response);
      }
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('error', () => undefined);
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        requests.push({ body, headers: request.headers, at: clock() });
        try {
          readExportRequest(body);
          respond(nextAnswer(), body, request, response);
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
  /** Acts like a stopped process: cuts every connection and stops listening. */
  stop(): Promise<void>;
  /** Listens again on the same port. */
  restart(): Promise<void>;
}

/** Starts the collector on a free local port, over plain HTTP. */
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
