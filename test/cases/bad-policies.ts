// Wrong policy documents, each with the paths of the faults that must be named and the good values that must survive.

export interface BadPolicy {
  readonly name: string;
  readonly raw: unknown;
  readonly faults: readonly string[];
  readonly values: Record<string, unknown>;
}

const good = { mode: 'warn' };
const key = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

/** One wrong key beside one good key: the good one must always stand. */
function wrong(
  name: string,
  value: unknown,
  faults: readonly string[] = [name],
  values: Record<string, unknown> = {},
): BadPolicy {
  return {
    name: `${name} = ${JSON.stringify(value)?.slice(0, 60) ?? 'undefined'}`,
    raw: { ...good, [name]: value },
    faults,
    values: { ...good, ...values },
  };
}

export const badPolicies: readonly BadPolicy[] = [
  { name: 'a list instead of an object', raw: [1], faults: [''], values: {} },
  { name: 'a text instead of an object', raw: 'mode=warn', faults: [''], values: {} },
  { name: 'a number instead of an object', raw: 7, faults: [''], values: {} },
  {
    name: 'an unknown mode',
    raw: { mode: 'destroy', language: 'en' },
    faults: ['mode'],
    values: { language: 'en' },
  },
  {
    name: 'a mode in capitals',
    raw: { mode: 'WARN', language: 'en' },
    faults: ['mode'],
    values: { language: 'en' },
  },
  {
    name: 'a mode that is an object',
    raw: { mode: {}, language: 'en' },
    faults: ['mode'],
    values: { language: 'en' },
  },
  {
    name: 'a mode that is null',
    raw: { mode: null, language: 'en' },
    faults: ['mode'],
    values: { language: 'en' },
  },
  wrong('unknownKey', 1),
  wrong('Mode', 'warn'),
  wrong('MODE', 'warn'),
  wrong('constructor', 'x'),
  wrong('toString', 'x'),
  {
    name: '__proto__ as an own key',
    raw: JSON.parse('{"mode":"warn","__proto__":{"mayProceed":false}}'),
    faults: ['__proto__'],
    values: good,
  },
  {
    name: '__proto__ inside messages',
    raw: JSON.parse('{"mode":"warn","messages":{"en":"Hello","__proto__":{"x":1}}}'),
    faults: ['messages.__proto__'],
    values: { ...good, messages: { en: 'Hello' } },
  },
  wrong('jurisdictions', 'us'),
  wrong('jurisdictions', { 0: 'us' }),
  wrong('jurisdictions', ['us', 5], ['jurisdictions.1'], { jurisdictions: ['us'] }),
  wrong('jurisdictions', [null, 'us'], ['jurisdictions.0'], { jurisdictions: ['us'] }),
  wrong('jurisdictions', ['<script>', 'us'], ['jurisdictions.0'], { jurisdictions: ['us'] }),
  wrong('jurisdictions', [['us']], ['jurisdictions.0'], { jurisdictions: [] }),
  wrong('organizationName', 5),
  wrong('organizationName', ''),
  wrong('organizationName', 'x'.repeat(501)),
  wrong('organizationName', ['Example']),
  wrong('helpAddress', 'help desk'),
  wrong('helpAddress', 'http://help.example/'),
  wrong('helpAddress', 'javascript:alert(1)'),
  wrong('helpAddress', 'data:text/html,hello'),
  wrong('helpAddress', 'https://user:secret@help.example/'),
  wrong('helpAddress', `https://help.example/${'x'.repeat(3000)}`),
  wrong('messages', 'Hello'),
  wrong('messages', ['Hello']),
  wrong('messages', { en: 5, es: 'Hola' }, ['messages.en'], { messages: { es: 'Hola' } }),
  wrong('messages', { English: 'Hello', en: 'Hello' }, ['messages.English'], {
    messages: { en: 'Hello' },
  }),
  wrong('messages', { en: '' }, ['messages.en'], { messages: {} }),
  wrong('messages', '{"en": "Hello"', ['messages']),
  wrong('approvedAlternatives', true),
  wrong('approvedAlternatives', ['microsoft', '\u0000'], ['approvedAlternatives.1'], {
    approvedAlternatives: ['microsoft'],
  }),
  wrong('exceptions', 'example.com'),
  wrong('exceptions', ['https://example.com/'], ['exceptions.0'], { exceptions: [] }),
  wrong('exceptions', ['example.com', '*'], ['exceptions.1'], { exceptions: ['example.com'] }),
  wrong('exceptions', ['*.*.com', 'a.example'], ['exceptions.0'], { exceptions: ['a.example'] }),
  wrong('exceptions', ['exa mple.com', 'a.example'], ['exceptions.0'], {
    exceptions: ['a.example'],
  }),
  wrong('exceptions', [`${'a'.repeat(300)}.example`], ['exceptions.0'], { exceptions: [] }),
  wrong('exceptions', ['ex\u0430mple.com'], ['exceptions.0'], { exceptions: [] }),
  {
    name: 'a megabyte of exceptions',
    raw: {
      ...good,
      exceptions: Array.from({ length: 60000 }, (_, index) => `host-${index}.example`),
    },
    faults: ['exceptions'],
    values: {
      ...good,
      exceptions: Array.from({ length: 2000 }, (_, index) => `host-${index}.example`),
    },
  },
  wrong('extraRules', ['nonsense host.example'], ['extraRules.0'], { extraRules: [] }),
  wrong('extraRules', ['product-download'], ['extraRules.0'], { extraRules: [] }),
  wrong('extraRules', ['product-download *'], ['extraRules.0'], { extraRules: [] }),
  wrong('extraRules', ['product-download file:*'], ['extraRules.0'], { extraRules: [] }),
  wrong('extraRules', ['product-download com'], ['extraRules.0'], { extraRules: [] }),
  wrong(
    'extraRules',
    ['product-download a.example b.example', 'exempt c.example'],
    ['extraRules.0'],
    { extraRules: ['exempt c.example'] },
  ),
  wrong('feedAddress', 'http://feed.example/', ['feedAddress']),
  wrong('feedAddress', 'file:///etc/passwd', ['feedAddress']),
  wrong('feedAddress', 'http://[::1]:8080/', ['feedAddress']),
  wrong('feedAddress', 'https://feed.example/?tenant=1', ['feedAddress']),
  wrong('feedAddress', 'https://feed.example/', ['feedAddress']),
  {
    name: 'a feed with a bad key alone',
    raw: { ...good, feedAddress: 'https://feed.example/', feedKeys: ['short'] },
    faults: ['feedAddress', 'feedKeys.0'],
    values: { ...good, feedKeys: [] },
  },
  {
    name: 'a feed with one bad and one good key',
    raw: { ...good, feedAddress: 'https://feed.example/', feedKeys: ['short', key] },
    faults: ['feedKeys.0'],
    values: { ...good, feedAddress: 'https://feed.example/', feedKeys: [key] },
  },
  wrong('feedKeys', key),
  wrong('feedKeys', [{ x: key }], ['feedKeys.0'], { feedKeys: [] }),
  wrong('feedKeys', [`${key}=`], ['feedKeys.0'], { feedKeys: [] }),
  wrong('checkForUpdates', 'yes'),
  wrong('checkForUpdates', 2),
  wrong('watchEverySite', 'true'),
  wrong('watchEverySite', []),
  wrong('lookForTraces', 'yes'),
  wrong('lookForTraces', 3),
  wrong('reportAddress', 'http://collector.example/v1/logs'),
  wrong('reportAddress', 'ftp://collector.example/'),
  wrong('reportAddress', 'http://[::1]:4318/v1/logs'),
  wrong('reportAddress', 'http://localhost.example/v1/logs'),
  wrong('reportAddress', 17),
  wrong('reportHeaders', { 'x-api-key': 'a\r\nb', 'x-other': 'ok' }, ['reportHeaders.x-api-key'], {
    reportHeaders: { 'x-other': 'ok' },
  }),
  wrong('reportHeaders', { 'bad name': 'x' }, ['reportHeaders.bad name'], { reportHeaders: {} }),
  wrong('reportHeaders', { Cookie: 'x' }, ['reportHeaders.Cookie'], { reportHeaders: {} }),
  wrong(
    'reportHeaders',
    { Origin: 'https://x.example', 'Proxy-Authorization': 'x' },
    ['reportHeaders.Origin', 'reportHeaders.Proxy-Authorization'],
    { reportHeaders: {} },
  ),
  wrong('snoozeDays', 0),
  wrong('snoozeDays', 366),
  wrong('snoozeDays', 1.5),
  wrong('snoozeDays', '30'),
  wrong('snoozeDays', Number.NaN),
  wrong('mayDismiss', 'no'),
  wrong('mayProceed', null),
  wrong('peopleMayChange', ['mode', 'mayProceed'], ['peopleMayChange.1'], {
    peopleMayChange: ['mode'],
  }),
  wrong('peopleMayChange', ['everything'], ['peopleMayChange.0'], { peopleMayChange: [] }),
  wrong('peopleMayChange', '*'),
  wrong('firstRunPage', 'off'),
  wrong('language', 'English'),
  wrong('language', ['en']),
  wrong('language', '../../etc'),
];
