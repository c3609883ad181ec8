// Hosts that no pattern recognizes, by the kind of source for which they are refused. A new one is
// added when it was seen in a document, so that it can't come back.

export const refusedHosts = {
  'page inside another': ['getoto.net'],
  'paste or gist': [
    'gist.github.com',
    'gist.githubusercontent.com',
    'hastebin.com',
    'paste.ee',
    'pastebin.com',
    'rentry.co',
  ],
  'forum post': [
    'malwaretips.com',
    'quora.com',
    'reddit.com',
    'stackexchange.com',
    'superuser.com',
    'wilderssecurity.com',
  ],
  shop: ['aliexpress.com', 'amazon.com', 'bestbuy.com', 'ebay.com', 'newegg.com', 'walmart.com'],
  'document-sharing site': [
    '1library.net',
    'docslib.org',
    'dokumen.tips',
    'issuu.com',
    'passeidireto.com',
    'readkong.com',
    'slideshare.net',
  ],
  'seller or ranking site': ['technadu.com', 'techreport.com', 'toptenreviews.com'],
  'mirror of repositories': ['geeksrepos.com', 'gitcode.com'],
  'second-hand page': [
    'aigr.ee',
    'armosecure.com',
    'avice.org',
    'elternguide.online',
    'leedsfinsights.com',
    'null-island.eu',
    'thecdm.ca',
    'titelschutzjournal.de',
  ],
  'content farm': [
    '98chat.xyz',
    'activatesecurity.com',
    'bignewsnetwork.com',
    'clateway.com',
    'cybermaterial.com',
    'cybersecuritymarket.com',
    'dataprotectioncenter.com',
    'digitalinformationworld.com',
    'fmyly.com',
    'hackertakeout.com',
    'himaya.io',
    'hubbry.com',
    'innovationessence.com',
    'ironbladeonline.com',
    'linkdaddynews.com',
    'lostobject.org',
    'makologics.com',
    'maombi.com',
    'newsbreak.com',
    'newsitn.com',
    'newsme.com.ua',
    'parenttechmadeeasy.co.uk',
    'pcdown.org',
    'scantocomputer.com',
    'securityonline.info',
    'techbrunch.co',
    'techyorker.com',
    'toolsranks.com',
    'urdupoint.com',
    'vuink.com',
  ],
} as const satisfies Record<string, readonly string[]>;

/** The same by name, for a copy that is named instead of linked. */
export const refusedNames = {
  'forum post':
    /\b(?:forums?|malware ?tips|quora|reddit|stack ?exchange|wilders(?: ?security)?)\b/i,
} as const satisfies Record<string, RegExp>;

/**
 * Owners of repositories who speak for the product or project that the repository is about, and
 * security projects that the field relies on. Look who an owner is before adding one.
 */
export const knownOwners: ReadonlySet<string> = new Set([
  'aosp-mirror',
  'bitwarden',
  'chromium',
  'crowdstrike',
  'gsa',
  'keepassxreboot',
  'keybase',
  'microsoftdocs',
  'mozilla',
  'mozilla-l10n',
  'mullvad',
  'react',
  'rpm-software-management',
  'sandboxie-plus',
  'sigmahq',
  'usnistgov',
  'webcompat',
]);
