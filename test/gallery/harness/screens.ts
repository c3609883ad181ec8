// The screens of the gallery, each with its scenes and what takes the place of its script.
import { pagePath } from '../../../src/pages/pages.ts';
import { scenes as blocked } from '../blocked/scenes.ts';
import { scenes as notice } from '../notice/scenes.ts';
import { scenes as options } from '../options/scenes.ts';
import type { Scene } from '../page/scene.ts';
import { scenes as policy } from '../policy/scenes.ts';
import { scenes as popup } from '../popup/scenes.ts';
import { scenes as question } from '../question/scenes.ts';
import { scenes as welcome } from '../welcome/scenes.ts';

export interface Screen {
  readonly name: string;
  /** The page as it is shipped; where people meet it in another page, one of ours. */
  readonly page: string;
  /** Draws a scene, named by the address, instead of the page's own script. */
  readonly main: string;
  readonly scenes: Readonly<Record<string, Scene>>;
  /** The window that it is made for, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const fullPage = { width: 1100, height: 800 };

export const screens: readonly Screen[] = [
  {
    name: 'popup',
    page: pagePath('popup'),
    main: 'test/gallery/popup/main.tsx',
    scenes: popup,
    width: 400,
    height: 600,
  },
  {
    name: 'options',
    page: pagePath('options'),
    main: 'test/gallery/options/main.tsx',
    scenes: options,
    ...fullPage,
  },
  {
    name: 'welcome',
    page: pagePath('welcome'),
    main: 'test/gallery/welcome/main.tsx',
    scenes: welcome,
    ...fullPage,
  },
  {
    name: 'question',
    page: pagePath('question'),
    main: 'test/gallery/question/main.tsx',
    scenes: question,
    ...fullPage,
  },
  {
    name: 'policy',
    page: pagePath('policy'),
    main: 'test/gallery/policy/main.tsx',
    scenes: policy,
    ...fullPage,
  },
  {
    name: 'blocked',
    page: pagePath('blocked'),
    main: 'test/gallery/blocked/main.tsx',
    scenes: blocked,
    ...fullPage,
  },
  {
    name: 'notice',
    page: 'test/gallery/notice/index.html',
    main: 'test/gallery/notice/main.ts',
    scenes: notice,
    width: 1000,
    height: 640,
  },
];
