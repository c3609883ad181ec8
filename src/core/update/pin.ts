// A build's pin: its feed's address and the root it trusts at first.
import * as v from 'valibot';
import { failure, success, type Result } from '../base/result.ts';
import { isFeedAddress } from './feed-address.ts';
import { RootSchema } from './trust.ts';

const PinSchema = v.object({
  address: v.pipe(
    v.string(),
    v.maxLength(2048),
    v.check(isFeedAddress, 'must be an https address of a folder'),
  ),
  root: RootSchema,
});

export type Pin = v.InferOutput<typeof PinSchema>;

/** Parses a build's trust file; null for a build without a feed. */
export function parsePin(value: unknown): Result<Pin | null, string> {
  if (value === null || value === undefined) return success(null);
  const parsed = v.safeParse(PinSchema, value);
  if (parsed.success) return success(parsed.output);
  const [issue] = parsed.issues;
  return failure(`${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`);
}
