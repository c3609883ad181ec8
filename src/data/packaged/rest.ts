// Everything that only screens show, in English.
import { parts } from './document.ts';

export const { rest } = parts;
