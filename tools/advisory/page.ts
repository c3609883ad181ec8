// The advisory as a page for people: every statement with its sources. One file, no scripts,
// readable without styles.
import type { Advisory } from '../../src/core/advisory/schema.ts';
import type { Source, Statement } from '../../src/core/advisory/statement-schema.ts';
import type { Root } from '../../src/core/update/trust.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (words: string) => words.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '');

const style = `:root{color-scheme:light dark}body{font:1rem/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{line-height:1.2}h2{margin-top:2.5rem}li{margin:.4rem 0}sup a{text-decoration:none;padding:0 .15rem}code{overflow-wrap:anywhere}
.meta{border-block:1px solid #8886;padding:.5rem 0}dt{font-weight:600;margin-top:.8rem}dd{margin:0}`;

/** How and when a source was read. Only sources somebody read have a date. */
function readingSaid({ reading, readAt, isUnread, checked }: Source): string {
  if (isUnread || reading === 'none') return 'not read';
  if (reading === 'copy')
    return `read in a copy (${text(readAt ?? 'not named')}) on ${text(checked)}`;
  if (reading === 'excerpt') return `an excerpt read on ${text(checked)}`;
  return reading === 'whole' ? `read on ${text(checked)}` : `checked ${text(checked)}`;
}

interface Signed {
  readonly digest: string;
  readonly signedBy: readonly string[];
  readonly root: Root;
}

export function advisoryPage(advisory: Advisory, { digest, signedBy, root }: Signed): string {
  const numbers = new Map(advisory.sources.map(({ id }, index) => [id, index + 1]));
  const cited = (ids: readonly string[]) =>
    ids
      .map(
        (id) => `<sup><a href="#source-${text(id)}">[${String(numbers.get(id) ?? '?')}]</a></sup>`,
      )
      .join('');
  const said = ({
    text: words,
    sources,
    confirmed,
  }: Pick<Statement, 'text' | 'sources' | 'confirmed'>) =>
    `${text(words.en)}${confirmed ? '' : ' <em>(not confirmed)</em>'}${cited(sources)}`;
  const list = (items: readonly string[]) =>
    items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';
  const section = (title: string, body: string) =>
    body === '' ? '' : `<section><h2>${title}</h2>${body}</section>`;
  const { ban, deadlines, questions, alternatives, removal, sources, detection } = advisory;
  const statements = (items: readonly Statement[]) => list(items.map(said));
  const groups = [
    ...removal.before,
    ...removal.systems.flatMap((system) =>
      system.groups.map((group) => ({
        ...group,
        title: { en: `${system.title.en}: ${group.title.en}` },
      })),
    ),
    ...removal.after,
  ];

  const body = [
    `<h1>${said(ban.headline)}</h1>`,
    `<p class="meta">${text(advisory.id)}, version ${String(advisory.version)}, issued <time>${text(advisory.issued)}</time>, expires <time>${text(advisory.expires)}</time>.
Signed by <code>${signedBy.map(text).join('</code>, <code>')}</code> under root ${String(root.version)}. SHA-256 of <a href="document.json">the document</a>, in base64url: <code>${digest}</code>.</p>`,
    section('In short', statements(ban.summary)),
    section(
      'Dates',
      `<dl>${deadlines.map((one) => `<dt><time>${text(one.at)}</time> ${text(one.title.en)}</dt><dd>${said(one)} ${text(one.affects.en)}</dd>`).join('')}</dl>`,
    ),
    section('Prohibited', statements(ban.prohibited)),
    section('Not prohibited', statements(ban.notProhibited)),
    section('Who must follow the ban', statements(ban.bound)),
    section('Out of scope', statements(ban.exempt)),
    section('Penalties', statements(ban.penalties)),
    section('Kaspersky’s position', statements(ban.vendorPosition)),
    section('Other measures', statements(ban.otherMeasures)),
    section('Background', statements(ban.background)),
    section(
      'Questions and answers',
      `<dl>${questions.map((one) => `<dt>${text(one.question.en)}</dt><dd>${said({ ...one, text: one.answer })}</dd>`).join('')}</dl>`,
    ),
    section(
      'Alternatives, in alphabetical order',
      `${statements(alternatives.criteria)}${list(alternatives.products.map(({ name, seat, site, sources: ids }) => `<a href="${text(site)}">${text(name)}</a> (${text(seat.en)})${cited(ids)}`))}`,
    ),
    section(
      'Removal',
      groups
        .map(
          ({ title, steps }) =>
            `<h3>${text(title.en)}</h3><ol>${steps.map((step) => `<li>${said(step)}</li>`).join('')}</ol>`,
        )
        .join(''),
    ),
    section(
      'Detection',
      `<p>${String(detection.rules.length)} rules; watched sites:</p><p><code>${detection.watchedHosts.map(text).join('</code> <code>')}</code></p>`,
    ),
    section(
      'Sources',
      `<ol>${sources.map((source) => `<li id="source-${text(source.id)}"><a href="${text(source.url)}">${text(source.title)}</a>, ${text(source.publisher)}${source.reference === undefined ? '' : `, ${text(source.reference)}`}; ${readingSaid(source)}</li>`).join('')}</ol>`,
    ),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${text(ban.headline.text.en)}</title><style>${style}</style></head>
<body><main>${body.filter((part) => part !== '').join('\n')}</main></body></html>
`;
}
