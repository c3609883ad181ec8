// The smallest advisory that fits the schema and passes the editor's check; tests change one thing in it.
import { labelBehaviors, labels } from '../../../src/core/detection/model/labels.ts';
import type { AdvisorySchema } from '../../../src/core/advisory/schema.ts';
import type * as v from 'valibot';

type AdvisoryInput = v.InferInput<typeof AdvisorySchema>;

const statement = (id: string) => ({ id, text: { en: `Statement ${id}.` }, sources: ['order'] });

/** A fresh copy each time, so that a test may change it. */
export function sampleAdvisory(): AdvisoryInput {
  return {
    format: 1,
    id: 'sample',
    version: 1,
    issued: '2026-01-10T00:00:00Z',
    expires: '2027-01-10T00:00:00Z',
    languages: ['en'],
    subject: { name: 'Sample', description: { en: 'A sample.' } },
    sources: [
      {
        id: 'order',
        title: 'Order',
        publisher: 'Authority',
        url: 'https://authority.example/order',
        official: true,
        kind: 'official',
        reading: 'whole',
        checked: '2026-01-09',
      },
    ],
    ban: {
      headline: statement('headline'),
      summary: [statement('summary')],
      prohibited: [statement('prohibited')],
      notProhibited: [statement('not-prohibited')],
      bound: [statement('bound')],
      exempt: [statement('exempt')],
      penalties: [statement('penalties')],
      vendorPosition: [statement('vendor')],
      otherMeasures: [],
      background: [],
    },
    jurisdictions: [
      {
        id: 'us',
        name: { en: 'United States' },
        kind: 'ban',
        regions: ['US'],
        timeZones: ['America/New_York'],
        statements: [statement('us')],
      },
    ],
    deadlines: [
      {
        id: 'updates',
        at: '2024-09-29T00:00:00-04:00',
        precision: 'instant',
        timeZone: 'America/New_York',
        jurisdiction: 'us',
        kind: 'law',
        title: { en: 'Updates end' },
        text: { en: 'No updates.' },
        affects: { en: 'Everybody.' },
        sources: ['order'],
      },
    ],
    applicability: {
      places: [
        { id: 'us', label: { en: 'In the U.S.' } },
        { id: 'elsewhere', label: { en: 'Elsewhere' } },
      ],
      roles: [
        { id: 'home', label: { en: 'At home' } },
        { id: 'shop', label: { en: 'A shop' } },
      ],
      products: [
        { id: 'antivirus', label: { en: 'Antivirus' } },
        { id: 'training', label: { en: 'Training' } },
      ],
      answers: [
        {
          id: 'us-shop',
          places: ['us'],
          roles: ['shop'],
          products: ['antivirus'],
          outcome: 'binds',
          title: { en: 'Bound' },
          text: { en: 'You are bound.' },
          sources: ['order'],
        },
        {
          id: 'rest',
          outcome: 'not-covered',
          title: { en: 'Not covered' },
          text: { en: 'Nothing.' },
          sources: ['order'],
        },
      ],
    },
    questions: [
      { id: 'why', question: { en: 'Why?' }, answer: { en: 'Because.' }, sources: ['order'] },
    ],
    alternatives: {
      criteria: [statement('criteria')],
      needs: [{ id: 'free', label: { en: 'Free' } }],
      products: [
        {
          id: 'alpha',
          name: 'Alpha',
          seat: { en: 'Somewhere' },
          site: 'https://alpha.example/',
          needs: ['free'],
          platforms: ['windows'],
          price: 'free',
          facts: [],
          cautions: [],
          checked: '2026-01-09',
          sources: ['order'],
        },
        {
          id: 'beta',
          name: 'Beta',
          seat: { en: 'Somewhere' },
          site: 'https://beta.example/',
          needs: ['free'],
          platforms: ['macos'],
          price: 'paid',
          facts: [],
          cautions: [],
          checked: '2026-01-09',
          sources: ['order'],
        },
      ],
    },
    removal: {
      principles: [],
      before: [],
      systems: [
        {
          id: 'windows',
          title: { en: 'Windows' },
          groups: [
            {
              id: 'settings',
              title: { en: 'By Settings' },
              steps: [{ id: 'open', text: { en: 'Open Settings.' }, sources: ['order'] }],
            },
          ],
        },
      ],
      after: [],
      replacement: { title: { en: 'Replacement' }, facts: [], steps: [] },
      verify: [],
    },
    notices: labels
      .filter((label) => labelBehaviors[label].tier !== 'none')
      .map((label) => ({
        label,
        title: { en: `About ${label}` },
        text: { en: 'A sentence.' },
        sources: ['order'],
      })),
    detection: {
      watchedHosts: ['*.vendor.example'],
      noRule: { en: 'No rule matches.' },
      rules: [],
    },
  };
}
