// An organization's document, laid over the advisory. It can only add; our statements stay
// unchanged, and no field holds a feed address or a key.
//
//   rules        compete with ours by rank
//   exceptions   win over every rule
//   alternatives are listed beside ours, with their own sources
//   messages     the organization's own sentence, by language
import * as v from 'valibot';
import { failure, success, type Fault, type Result } from '../base/result.ts';
import { isPublicSuffix } from '../detection/matching/address.ts';
import { HostNameSchema } from '../detection/model/rule-schema.ts';
import { isRecord } from '../base/records.ts';
import { AlternativesSchema } from './guide-schema.ts';
import { InstantSchema, SourceSchema } from './statement-schema.ts';
import { type Advisory } from './schema.ts';
import { IdSchema, TextSchema } from '../i18n/text.ts';

/** Every address is matched against all of them, and many stars are slow. */
const mostGlobs = 500;
const mostStars = 3;

function areGlobsCheap(rules: unknown[]): boolean {
  const globs = rules
    .filter(isRecord)
    .flatMap(({ path, files, mimeIs }) => [path, files, mimeIs].flat())
    .filter((glob) => typeof glob === 'string');
  return (
    globs.length <= mostGlobs && globs.every((glob) => glob.split('*').length <= mostStars + 1)
  );
}

const ExceptionSchema = v.object({
  host: v.pipe(
    HostNameSchema,
    v.check((host) => !isPublicSuffix(host.replace('*.', '')), 'must not be a top-level domain'),
  ),
  reason: TextSchema,
});

const OverlaySchema = v.object({
  $schema: v.optional(v.string()),
  format: v.literal(1, 'this format is not known to this version of the extension'),
  id: IdSchema,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  issued: InstantSchema,
  expires: InstantSchema,
  messages: v.optional(TextSchema),
  sources: v.optional(v.array(SourceSchema), []),
  alternatives: v.optional(AlternativesSchema.entries.products, []),
  exceptions: v.optional(v.array(ExceptionSchema), []),
  /** Validated and compiled one by one, like the advisory's own. */
  rules: v.optional(
    v.pipe(
      v.array(v.unknown()),
      v.check(
        areGlobsCheap,
        `may contain at most ${mostGlobs} globs, each with at most ${mostStars} *`,
      ),
    ),
    [],
  ),
});

export type Overlay = v.InferOutput<typeof OverlaySchema>;

export function parseOverlay(value: unknown): Result<Overlay, Fault[]> {
  const result = v.safeParse(OverlaySchema, value);
  if (result.success) return success(result.output);
  const faults = result.issues.map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    message: issue.message,
  }));
  // Report an unknown format first, whatever else is wrong.
  return failure([
    ...faults.filter(({ path }) => path === 'format'),
    ...faults.filter(({ path }) => path !== 'format'),
  ]);
}

const own = (id: string) => `organization.${id}`;

function ownRule(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  return 'id' in raw && typeof raw.id === 'string' ? { ...raw, id: own(raw.id) } : raw;
}

const highestRank = 1000;

/**
 * Returns the advisory with the organization's additions. Their ids get a prefix, so they can't
 * clash with ours.
 */
export function layOver(advisory: Advisory, overlay: Overlay): Advisory {
  const needs = new Set(advisory.alternatives.needs.map(({ id }) => id));
  const products = overlay.alternatives
    .map((product) => ({
      ...product,
      id: own(product.id),
      needs: product.needs.filter((need) => needs.has(need)),
      sources: product.sources.map(own),
      facts: product.facts.map((fact) => ({ ...fact, sources: fact.sources.map(own) })),
      cautions: product.cautions.map((caution) => ({
        ...caution,
        sources: caution.sources.map(own),
      })),
    }))
    .filter((product) => product.needs.length > 0);
  const exceptions = overlay.exceptions.map(({ host, reason }, place) => ({
    id: own(`exception-${String(place + 1)}`),
    label: 'exempt',
    rank: highestRank,
    hosts: [host],
    reason,
  }));
  return {
    ...advisory,
    sources: [
      ...advisory.sources,
      ...overlay.sources.map((source) => ({ ...source, id: own(source.id) })),
    ],
    alternatives: {
      ...advisory.alternatives,
      products: [...advisory.alternatives.products, ...products].sort((one, other) =>
        one.name.localeCompare(other.name, 'en'),
      ),
    },
    detection: {
      ...advisory.detection,
      rules: [...advisory.detection.rules, ...overlay.rules.map(ownRule), ...exceptions],
    },
  };
}
