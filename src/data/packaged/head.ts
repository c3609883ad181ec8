// What a first verdict needs, in English.
import { parts } from './document.ts';

export const { head } = parts;
