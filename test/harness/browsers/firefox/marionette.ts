// A client for Marionette, Firefox's remote control: `length:json` messages over TCP, one command
// at a time. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
import { connect, type Socket } from 'node:net';

type Packet = [
  type: 1,
  id: number,
  error: { error: string; message: string } | null,
  result: unknown,
];

export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  #received = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#read(data));
    socket.on('close', () => this.#fail(new Error('Firefox closed the connection.')));
    socket.on('error', (error) => this.#fail(error));
  }

  /** Connects; rejects if nothing is listening yet. */
  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) =>
      socket.once('connect', () => resolve()).once('error', reject),
    );
    return new Marionette(socket);
  }

  async send<Result>(command: string, parameters: Record<string, unknown> = {}): Promise<Result> {
    const id = ++this.#lastId;
    const body = Buffer.from(JSON.stringify([0, id, command, parameters]));
    const answered = new Promise<unknown>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject }),
    );
    this.#socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
    return (await answered) as Result;
  }

  /** The `value` that most WebDriver commands wrap their result in. */
  async value<Result>(command: string, parameters: Record<string, unknown> = {}): Promise<Result> {
    return (await this.send<{ value: Result }>(command, parameters)).value;
  }

  close(): void {
    this.#socket.destroy();
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #read(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      this.#take(JSON.parse(this.#received.subarray(colon + 1, end).toString()));
      this.#received = this.#received.subarray(end);
    }
  }

  #take(packet: unknown): void {
    if (!Array.isArray(packet)) return; // The greeting, an object that names the protocol.
    const [, id, error, result] = packet as Packet;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }
}
