// The language of a scene: strings and advisory in English, 40 % longer, or mirrored.
import messages from '../../../_locales/en/messages.json' with { type: 'json' };
import document_ from '../../../src/data/advisory.json' with { type: 'json' };
import * as v from 'valibot';
import { AdvisorySchema, type Advisory } from '../../../src/core/advisory/schema.ts';
import { sayFrom, type Say } from '../../../src/core/say.ts';
import { mirrored, mirroredLanguage, pseudoAdvisory, pseudoMessages, stretched, stretchedLanguage } from '../../cases/pseudo-locale.ts';
import { tongues, type TongueName } from './scene.ts';

interface Tongue {
  readonly language: string;
  readonly change: (text: string) => string;
}

const known: Readonly<Record<TongueName, Tongue>> = {
  en: { language: 'en', change: (text) => text },
  stretched: { language: stretchedLanguage, change: stretched },
  mirrored: { language: mirroredLanguage, change: mirrored },
};

function chosen(): Tongue {
  const name = new URL(location.href).searchParams.get('tongue') ?? 'en';
  return known[tongues.find((one) => one === name) ?? 'en'];
}

export const { language } = chosen();

/** A string that is missing shows its key, which a check then finds. */
export const missing = 'missing string:';

export const say: Say = sayFrom(language === 'en' ? messages : pseudoMessages(messages, language, chosen().change), (key) => (/_(zero|one|two|few|many)$/.test(key) ? '' : `${missing} ${key}`));

/** An advisory with each of its texts in this scene's language. */
export function speaking(advisory: Advisory): Advisory {
  return language === 'en' ? advisory : v.parse(AdvisorySchema, pseudoAdvisory(advisory, language, chosen().change));
}

/** The packaged advisory. */
export const advisory = speaking(v.parse(AdvisorySchema, document_));
