// Every name of ours, and the vendor's where code must say it. Facts about the vendor are in the
// advisory; a test refuses these words anywhere else in the code. One constant each, so that a
// bundle carries the names it uses and no others.

export const productName = 'Kaspersky Ban Advisory';

/** Scope of reports, and kinds of files that leave the browser. */
export const productId = 'kaspersky-ban-advisory';

export const productDomain = 'kaspersky-ban-advisory.org';

export const firefoxId = 'kaspersky-ban-advisory@kaspersky-ban-advisory.org';

/** Begins each attribute of a report that is ours and no semantic convention's. */
export const reportPrefix = 'kaspersky_ban_advisory.';

/**
 * `typ` of signed documents. It keeps a document of one kind from passing for another that the same
 * keys may sign (domain separation).
 */
export const documentTypes = {
  root: 'kaspersky-ban-root+json',
  advisory: 'kaspersky-ban-advisory+json',
  overlay: 'kaspersky-ban-overlay+json',
} as const;

export const vendorName = 'Kaspersky';

/** Names of the vendor in examples for administrators. */
export const exampleNames = {
  site: 'www.kaspersky.com',
  subdomains: '*.kaspersky.example',
  folder: 'kaspersky',
  file: 'kaspersky-*.msi',
} as const;
