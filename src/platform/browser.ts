// Stands in for webextension-polyfill in the built extension (vite.config.ts): every browser that we run in answers with promises
// itself, so that 10 KB of wrapping are left out. Its types are what we write against.
import type { Browser } from 'webextension-polyfill';

declare const browser: Browser | undefined;
declare const chrome: Browser;

export default typeof browser === 'undefined' ? chrome : browser;
