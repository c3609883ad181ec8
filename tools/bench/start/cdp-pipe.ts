// A bare client of Chromium's protocol. puppeteer attaches itself to each worker before it may run,
// which would be measured too.
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import * as v from 'valibot';

const PacketSchema = v.object({
  id: v.optional(v.number()),
  method: v.optional(v.string()),
  params: v.optional(v.unknown()),
  sessionId: v.optional(v.string()),
  result: v.optional(v.unknown()),
  error: v.optional(v.object({ message: v.string() })),
});

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (cause: Error) => void;
}

/** A protocol event: its name and parameters. */
export type Hear = (method: string, params: unknown, sessionId: string | undefined) => void;

export class CdpPipe {
  readonly #process: ChildProcess;
  readonly #writer: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #lastId = 0;
  #received = '';
  #hear: Hear = () => undefined;

  constructor(program: string, args: readonly string[]) {
    this.#process = spawn(program, ['--remote-debugging-pipe', ...args], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#writer = this.#process.stdio[3] as Writable;
    this.#ended = new Promise((resolve) => this.#process.once('exit', () => resolve()));
    const reader = this.#process.stdio[4] as Readable;
    reader.setEncoding('utf8').on('data', (text: string) => this.#read(text));
  }

  onEvent(hear: Hear): void {
    this.#hear = hear;
  }

  async send<Schema extends v.GenericSchema>(
    schema: Schema,
    method: string,
    params: object = {},
    sessionId?: string,
  ): Promise<v.InferOutput<Schema>> {
    const id = ++this.#lastId;
    const answer = new Promise<unknown>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject }),
    );
    this.#writer.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return v.parse(schema, await answer);
  }

  async close(): Promise<void> {
    this.send(v.unknown(), 'Browser.close').catch(() => undefined);
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
    await this.#ended;
    clearTimeout(timer);
  }

  #read(text: string): void {
    const packets = (this.#received + text).split('\0');
    this.#received = packets.pop() ?? '';
    for (const packet of packets) this.#take(v.parse(PacketSchema, JSON.parse(packet)));
  }

  #take({ id, method, params, sessionId, result, error }: v.InferOutput<typeof PacketSchema>) {
    if (id === undefined) {
      if (method !== undefined) this.#hear(method, params, sessionId);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
