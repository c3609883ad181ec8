// Runs in a page of Chromium: from an envelope's bytes to compiled rules, beside the minimum any
// implementation needs.
import { acceptDocument, type Expected } from '../../src/core/update/accept.ts';
import { parseAdvisoryValue } from '../../src/core/advisory/parse.ts';
import type { Advisory } from '../../src/core/advisory/schema.ts';
import { compileRules } from '../../src/core/detection/engine/rule-index.ts';
import { cryptography } from '../../src/platform/crypto.ts';

export interface LoadTimes {
  readonly whole: readonly number[];
  readonly bare: readonly number[];
}

declare global {
  // The benchmark's only entry point into the page.
  var measureLoad: (
    envelope: string,
    payload: string,
    kid: string,
    publicKey: string,
    rounds: number,
  ) => Promise<LoadTimes>;
}

globalThis.measureLoad = async (envelopeText, payloadText, kid, publicKey, rounds) => {
  const [envelope, payload] = [
    new TextEncoder().encode(envelopeText),
    new TextEncoder().encode(payloadText),
  ];
  const expected: Expected<Advisory> = {
    type: 'advisory',
    signers: { keys: new Map([[kid, publicKey]]), threshold: 1 },
    id: null,
    parse: parseAdvisoryValue,
    held: null,
    now: Date.now(),
  };
  const key = (await crypto.subtle.generateKey('Ed25519', false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  // The signed part is nearly all of the envelope.
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, envelope);
  const contestants = {
    whole: async () => {
      const accepted = await acceptDocument(envelope, expected, cryptography);
      if (!accepted.ok) throw new Error(`Refused: ${accepted.error.reason}`);
      compileRules(accepted.value.content.detection);
    },
    bare: async () => {
      JSON.parse(new TextDecoder().decode(payload));
      if (!(await crypto.subtle.verify('Ed25519', key.publicKey, signature, envelope)))
        throw new Error('The signature is wrong.');
    },
  };
  const times: { whole: number[]; bare: number[] } = { whole: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['bare', 'whole'] as const) {
      const start = performance.now();
      await contestants[name]();
      times[name].push(performance.now() - start);
    }
  }
  return times;
};
