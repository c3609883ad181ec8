// The demo pages under real host names, with the expected labels. URLs are like those in the
// detection corpus, so that the real rules match.
import type { Label } from '../../../src/core/detection/model/labels.ts';

export interface DemoPage {
  readonly name: string;
  /** The kind of page, for people. */
  readonly kind: string;
  readonly url: string;
  readonly file: string;
  readonly label: Label;
}

export const demoPages = {
  vendor: {
    name: 'vendor',
    kind: 'vendor’s home page',
    url: 'https://www.kaspersky.com/',
    file: 'vendor/vendor.html',
    label: 'vendor-site',
  },
  vendorDownload: {
    name: 'vendor-download',
    kind: 'vendor’s download page',
    url: 'https://www.kaspersky.com/downloads/standard',
    file: 'vendor/vendor-download.html',
    label: 'product-download',
  },
  portal: {
    name: 'portal',
    kind: 'download portal',
    url: 'https://www.softpedia.com/get/Antivirus/Kaspersky-Rescue-Disk.shtml',
    file: 'stores/portal.html',
    label: 'product-download',
  },
  listing: {
    name: 'listing',
    kind: 'app store listing',
    url: 'https://play.google.com/store/apps/details?id=com.kms.free',
    file: 'stores/listing.html',
    label: 'store-listing',
  },
  removal: {
    name: 'removal',
    kind: 'removal instructions',
    url: 'https://support.kaspersky.com/common/uninstall/1464',
    file: 'vendor/removal.html',
    label: 'removal-help',
  },
  news: {
    name: 'news',
    kind: 'news article',
    url: 'https://www.reuters.com/technology/biden-ban-us-sales-kaspersky-software-over-ties-russia-source-says-2024-06-20/',
    file: 'news.html',
    label: 'mention',
  },
  encyclopedia: {
    name: 'encyclopedia',
    kind: 'encyclopedia article',
    url: 'https://en.wikipedia.org/wiki/Kaspersky_Lab',
    file: 'encyclopedia.html',
    label: 'mention',
  },
  research: {
    name: 'research',
    kind: 'threat research',
    url: 'https://securelist.com/the-epic-turla-operation/65545/',
    file: 'vendor/research.html',
    label: 'exempt',
  },
  unrelated: {
    name: 'unrelated',
    kind: 'unrelated page',
    url: 'https://www.example.org/',
    file: 'unrelated.html',
    label: 'unrelated',
  },
  lookalike: {
    name: 'lookalike',
    kind: 'look-alike shop',
    url: 'https://kasperskybd.com/',
    file: 'stores/lookalike.html',
    label: 'lookalike',
  },
  otherListing: {
    name: 'other-listing',
    kind: 'another app’s listing',
    url: 'https://play.google.com/store/apps/details?id=org.example.notes',
    file: 'stores/listing.html',
    label: 'unrelated',
  },
} as const satisfies Record<string, DemoPage>;

/** Pages classified by their content, or visited only after a person grants access. */
export const morePages = {
  shop: { url: 'https://www.bestbuy.com/site/6521430.p?skuId=6521430', file: 'stores/shop.html' },
  shopAdvice: {
    url: 'https://www.bestbuy.com/site/antivirus-advice/pcmcat748302046979.c?id=pcmcat748302046979',
    file: 'stores/shop-advice.html',
  },
  blog: { url: 'https://blog.example.net/my-tools', file: 'blog.html' },
  frame: { url: 'https://blog.example.net/frame', file: 'frame.html' },
} as const;

export const startPage = 'https://demo.example/';

/** Files that the site serves; the large one takes several seconds, so that it can be held. */
export const demoFiles = {
  slow: 'https://products.s.kaspersky-labs.com/homeuser/kis2015/kis15.0.1.415en_6872.exe',
  quick: 'https://products.s.kaspersky-labs.com/homeuser/quick/kis15.0.1.415en_6872.exe',
  harmless: 'https://www.example.org/files/notes-1.2.zip',
} as const;
