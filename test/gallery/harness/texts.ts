// The texts of each of the gallery's languages as a module of their own, parsed and made here, so that no page has to.
import * as v from 'valibot';
import type { Plugin } from 'vite';
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import spanish from '../../../_locales/es/messages.json' with { type: 'json' };
import { AdvisorySchema } from '../../../src/core/advisory/schema.ts';
import packaged from '../../../src/data/advisory.json' with { type: 'json' };
import { pseudoAdvisory, pseudoMessages } from '../../cases/pseudo-locale.ts';
import { locales } from '../page/locales.ts';
import { localeNames, type LocaleName } from '../page/scene.ts';

function textsOf(name: LocaleName): object {
  const { language, change } = locales[name];
  if (!change) {
    const messages = language === 'es' ? spanish : english;
    return { messages, advisory: v.parse(AdvisorySchema, packaged) };
  }
  return {
    messages: pseudoMessages(english, language, change),
    advisory: v.parse(AdvisorySchema, pseudoAdvisory(packaged, language, change)),
  };
}

const prefix = 'virtual:texts/';

export function galleryTexts(): Plugin {
  return {
    name: 'gallery-texts',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      const name = localeNames.find((one) => id === `\0${prefix}${one}`);
      if (name === undefined) return null;
      // A text is read faster by JSON.parse than as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(textsOf(name)))});`;
    },
  };
}
