// What pages say of themselves, for tests.
import type { PageFacts } from '../../src/core/detection/model/page-facts.ts';

const silentFacts: PageFacts = {
  structured: [],
  items: [],
  openGraph: { type: '', title: '', brand: '' },
  canonical: '',
  headings: [],
  links: [],
};

export const withFacts = (facts: Partial<PageFacts>): PageFacts => ({ ...silentFacts, ...facts });

/** JSON-LD as shops write it. */
export const jsonLd = (data: unknown): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...(data as object) });

export const boxedProduct = jsonLd({
  '@type': 'Product',
  name: 'Kaspersky Standard 2024, 3 devices, 1 year',
  sku: '98311',
  brand: { '@type': 'Brand', name: 'Kaspersky' },
  offers: { '@type': 'Offer', price: '19.99', priceCurrency: 'USD' },
});

export const comparison = jsonLd({
  '@graph': [
    { '@type': 'WebPage', name: 'Which antivirus to choose' },
    {
      '@type': 'NewsArticle',
      headline: 'Kaspersky or Norton: which one?',
      publisher: { '@type': 'Organization', name: 'Shop' },
    },
  ],
});
