// The language of a scene: strings and advisory in English, in Spanish, 40 % longer, or mirrored.
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import spanish from '../../../_locales/es/messages.json' with { type: 'json' };
import document_ from '../../../src/data/advisory.json' with { type: 'json' };
import * as v from 'valibot';
import { AdvisorySchema, type Advisory } from '../../../src/core/advisory/schema.ts';
import { messagesFrom, type Translate } from '../../../src/core/i18n/messages.ts';
import {
  mirrored,
  mirroredLanguage,
  pseudoAdvisory,
  pseudoMessages,
  stretched,
  stretchedLanguage,
} from '../../cases/pseudo-locale.ts';
import { tongues, type TongueName } from './scene.ts';

interface Tongue {
  readonly language: string;
  /** Makes its texts of the English ones; absent where people speak it, and its texts are there. */
  readonly change?: (text: string) => string;
}

const known: Readonly<Record<TongueName, Tongue>> = {
  en: { language: 'en' },
  es: { language: 'es' },
  stretched: { language: stretchedLanguage, change: stretched },
  mirrored: { language: mirroredLanguage, change: mirrored },
};

function chosen(): Tongue {
  const name = new URL(location.href).searchParams.get('tongue') ?? 'en';
  return known[tongues.find((one) => one === name) ?? 'en'];
}

export const { language } = chosen();
const { change } = chosen();

/** A string that is missing shows its key, which a check then finds. */
export const missing = 'missing string:';

const spoken = language === 'es' ? spanish : english;

export const t: Translate = messagesFrom(
  change ? pseudoMessages(english, language, change) : spoken,
  (key) => (/_(zero|one|two|few|many)$/.test(key) ? '' : `${missing} ${key}`),
);

/** An advisory with each of its texts in this scene's language. */
export function speaking(advisory: Advisory): Advisory {
  return change ? v.parse(AdvisorySchema, pseudoAdvisory(advisory, language, change)) : advisory;
}

/** The packaged advisory. */
export const advisory = speaking(v.parse(AdvisorySchema, document_));
