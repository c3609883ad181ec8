// Handles all messages: checks the sender, then the request's schema, then calls the handler.
// Errors are returned as text.
import * as v from 'valibot';
import { firstRequests } from '../../first-requests.ts';
import type { Answer, Replies, RequestName, RequestOf, requests } from '../../messages.ts';
import type { SenderFacts } from '../../platform/worker/runtime.ts';
import { knownSender, type KnownSender, type OwnIdentity } from '../base/sender.ts';

export type Handlers = {
  readonly [Name in RequestName]: (
    request: RequestOf<Name>,
    sender: KnownSender,
  ) => Promise<Replies[Name]>;
};

/** What nearly every watched page asks for. */
export type FirstName = keyof typeof firstRequests;

/** Handlers are loaded when they are asked for. */
type HandlerOf = <Name extends RequestName>(name: Name) => Promise<Handlers[Name]>;

const EnvelopeSchema = v.object({ name: v.string(), request: v.unknown() });

type Requests = typeof requests;

/** The request of this name, of which few are at hand; null if there is none. */
async function requestNamed<Name extends RequestName>(name: Name): Promise<Requests[Name] | null> {
  const known: Partial<Requests> = Object.hasOwn(firstRequests, name)
    ? firstRequests
    : (await import('../../messages.ts')).requests;
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null;
}

async function handle<Name extends RequestName>(
  handlerOf: HandlerOf,
  name: Name,
  schema: Requests[Name]['schema'],
  raw: unknown,
  sender: KnownSender,
): Promise<Answer<Name>> {
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) {
    return {
      error: `The request ${name} is malformed at ${v.getDotPath(parsed.issues[0]) ?? 'its root'}: ${parsed.issues[0].message}`,
    };
  }
  try {
    const handler = await handlerOf(name);
    return { reply: await handler(parsed.output, sender) };
  } catch (cause) {
    console.error(`The request ${name} failed.`, cause);
    return {
      error: `The request ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    };
  }
}

export function createRouter(handlerOf: HandlerOf, own: OwnIdentity) {
  return async (message: unknown, senderFacts: SenderFacts): Promise<Answer<RequestName>> => {
    const sender = knownSender(senderFacts, own);
    if (!sender) return { error: 'This sender is not known.' };
    const envelope = v.safeParse(EnvelopeSchema, message);
    if (!envelope.success) return { error: 'This is not a message of ours.' };
    const { name, request } = envelope.output;
    // Safe cast: whatever isn't one is found to be none.
    const known = await requestNamed(name as RequestName);
    if (!known) return { error: `There is no request named ${name.slice(0, 40)}.` };
    const from: readonly KnownSender['kind'][] = known.from;
    if (!from.includes(sender.kind))
      return { error: `The request ${name} may not come from here.` };
    return handle(handlerOf, name as RequestName, known.schema, request, sender);
  };
}
