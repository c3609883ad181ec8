// All pages of the extension. The build, the import borders, the worker, the gallery and the tests
// read this list; each page's index.html and main.tsx are generated from it (`npm run generate`).

interface Page {
  /** Folder under src/pages, and the page's name in tests and pictures. */
  readonly name: string;
  /** Stylesheets in order, from the page's folder; later ones win. */
  readonly styles: readonly string[];
  /** Component for the generated main.tsx; null if the page has its own entry. */
  readonly component: string | null;
}

export const pages = {
  popup: {
    name: 'popup',
    // One sheet in the build. The first screen overrides the cards, and paper hides what is above it.
    styles: [
      '../shared/tokens.css',
      '../shared/controls/every-site.css',
      '../shared/traces/traces.css',
      '../shared/controls/link-button.css',
      './styles/popup.css',
      './styles/frame.css',
      './styles/strip.css',
      './styles/parts.css',
      './now/key-dates.css',
      './ban/dates/timeline.css',
      './ban/dates/axis.css',
      './styles/folds.css',
      './ban/facts/facts.css',
      './ban/applies/choosing.css',
      './styles/cards.css',
      './switch/steps/steps.css',
      './switch/plan.css',
      './switch/choose/compare.css',
      './search/search.css',
      './summary/summary.css',
      './styles/first-screen.css',
      './styles/paper.css',
      '../shared/controls/controls.css',
      '../shared/sources/source-list.css',
    ],
    component: null,
  },
  options: {
    name: 'options',
    styles: ['../shared/frame/page.css', './options.css', './tester/tester.css'],
    component: 'OptionsPage',
  },
  question: {
    name: 'question',
    styles: ['../shared/frame/page.css', './question.css'],
    component: 'QuestionPage',
  },
  welcome: {
    name: 'welcome',
    styles: ['../shared/frame/page.css', './welcome.css'],
    component: 'WelcomePage',
  },
  policy: {
    name: 'policy',
    styles: ['../shared/frame/page.css', './policy.css'],
    component: 'PolicyPage',
  },
  blocked: {
    name: 'blocked',
    styles: ['../shared/frame/page.css', './blocked.css'],
    component: 'BlockedPage',
  },
} as const satisfies Readonly<Record<string, Page>>;

export type PageName = keyof typeof pages;
export const pageNames = /* @__PURE__ */ Object.keys(pages) as readonly PageName[];

/** Path of a page in the package and in the source tree. */
export function pagePath(name: PageName): string {
  return `src/pages/${name}/index.html`;
}
