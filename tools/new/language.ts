import type { Project } from './project.ts';

/** A language whose every string still has to be translated. */
export function addLanguage(project: Project, code: string): readonly string[] {
  const locale = code.replace('-', '_');
  const english = JSON.parse(project.read('_locales/en/messages.json')) as Record<
    string,
    { readonly message: string }
  >;
  const messages = Object.fromEntries(
    Object.entries(english).map(([key, { message }]) => [
      key,
      { message: key === 'interfaceLanguage' ? locale : message },
    ]),
  );
  project.create(`_locales/${locale}/messages.json`, `${JSON.stringify(messages, null, 2)}\n`);
  const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
  return [
    `_locales/${locale}/messages.json: translate every message; plural forms: ${forms.join(', ')}`,
    `src/data/advisory.json: add "${code}" to languages, and a translation of every text`,
    `npm run test:unit -- test/house names what is missing`,
  ];
}
