// A small advisory about another vendor, another law and another country: each of its texts is told apart by a mark.
import { sampleAdvisory } from './sample-advisory.ts';

export type Other = ReturnType<typeof sampleAdvisory>;

export const otherHost = 'www.vendor.example';
export const otherSetup = `https://${otherHost}/files/shield-setup.exe`;

function marked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value && typeof value.en === 'string')
    return { en: `${value.en} (other)`, es: `${value.en} (otro)` };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(item)]));
}

export function otherAdvisory(): Other {
  const draft = sampleAdvisory();
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  Object.assign(draft, {
    id: 'other',
    version: 7,
    issued: day(-1),
    expires: day(90),
    languages: ['en', 'es'],
    subject: { name: 'Shield', description: { en: 'The ban on Shield.' } },
    sources: [
      {
        id: 'order',
        title: 'Order 66 of the Council',
        publisher: 'The Council',
        url: 'https://council.example/order',
        official: true,
        kind: 'official',
        reading: 'whole',
        checked: day(-2).slice(0, 10),
      },
    ],
  });
  for (const product of draft.alternatives.products) product.checked = day(-2).slice(0, 10);
  draft.detection = {
    watchedHosts: ['*.vendor.example'],
    noRule: { en: 'No rule of the Council matches.' },
    rules: [
      {
        id: 'shield.site',
        label: 'vendor-site',
        rank: 10,
        hosts: ['*.vendor.example'],
        reason: { en: 'The Council lists this host.' },
      },
      {
        id: 'shield.setup',
        label: 'product-download',
        rank: 50,
        on: ['download'],
        hosts: ['*.vendor.example'],
        files: ['*.exe'],
        reason: { en: 'The Council lists this file.' },
      },
    ],
  };
  return marked(draft) as Other;
}
