// Replaces webextension-polyfill in the built extension (vite.config.ts). Every supported browser
// returns promises itself, which saves 10 KB. We still use the polyfill's types.
import type { Browser } from 'webextension-polyfill';

declare const browser: Browser | undefined;
declare const chrome: Browser;

export default typeof browser === 'undefined' ? chrome : browser;
