/** The scripts that look at pages, by the name of their file in the package (`content/<name>.js`). */
export const traceScripts = ['injected-tags', 'verdict-icons', 'start-page'] as const;
export type TraceScript = (typeof traceScripts)[number];
