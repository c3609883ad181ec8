// Every name of ours, and the vendor's where code must say it. Facts about the vendor are in the
// advisory; a test refuses these words anywhere else in the code.

export const brand = {
  name: 'Kaspersky Ban Advisory',
  /** Scope of reports, kinds of files, names of things that leave the browser. */
  id: 'kaspersky-ban-advisory',
  domain: 'kaspersky-ban-advisory.org',
  firefoxId: 'kaspersky-ban-advisory@kaspersky-ban-advisory.org',
  /** Begins each attribute of a report that is ours and no semantic convention's. */
  reportPrefix: 'kaspersky_ban_advisory.',
  /** `typ` of signed documents. */
  documentTypes: {
    root: 'kaspersky-ban-root+json',
    advisory: 'kaspersky-ban-advisory+json',
    overlay: 'kaspersky-ban-overlay+json',
  },
} as const;

/** Names of the vendor in examples for administrators. */
export const exampleNames = {
  site: 'www.kaspersky.com',
  subdomains: '*.kaspersky.example',
  folder: 'kaspersky',
  file: 'kaspersky-*.msi',
} as const;
