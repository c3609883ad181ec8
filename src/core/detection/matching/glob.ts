const [star, number, zero, nine] = [42, 35, 48, 57];

/** Whether `text` fits a glob: `*` stands for any characters, `#` for one digit. Never backtracks over more than one star. */
export function fitsGlob(glob: string, text: string): boolean {
  let at = 0;
  let place = 0;
  let retryAt = -1;
  let retry = 0;
  while (place < text.length) {
    const wanted = at < glob.length ? glob.charCodeAt(at) : -1;
    const letter = text.charCodeAt(place);
    if (wanted === star) {
      at += 1;
      retryAt = at;
      retry = place;
    } else if (wanted === number ? letter >= zero && letter <= nine : wanted === letter) {
      at += 1;
      place += 1;
    } else if (retryAt >= 0) {
      at = retryAt;
      place = ++retry;
    } else {
      return false;
    }
  }
  while (glob.charCodeAt(at) === star) at += 1;
  return at === glob.length;
}

/** Many globs, of which a text is held against few. */
export interface GlobSet {
  fits(text: string): boolean;
}

/** Of the letters that a glob begins with, so many tell it from others. */
const longestStart = 12;

/** `*.exe` and its like are endings, looked up by their length; the others stand by the letters that they begin with. */
export function globSet(globs: readonly string[]): GlobSet {
  const isEnding = (glob: string) => /^\*[^*#]+$/.test(glob);
  const endings = new Set(globs.filter(isEnding).map((glob) => glob.slice(1)));
  const endingLengths = [...new Set([...endings].map((ending) => ending.length))];
  /** Where every ending begins with a dot, a text without one has none of them: most parts of addresses. */
  const areDotted = [...endings].every((ending) => ending.startsWith('.'));
  const hasEnding = (text: string) =>
    (!areDotted || text.includes('.')) &&
    endingLengths.some((length) => length <= text.length && endings.has(text.slice(-length)));
  const byStart = new Map<string, string[]>();
  for (const glob of globs.filter((one) => !isEnding(one))) {
    const start = /^[^*#]*/.exec(glob.slice(0, longestStart))?.[0] ?? '';
    const there = byStart.get(start);
    if (there) there.push(glob);
    else byStart.set(start, [glob]);
  }
  const startLengths = [...new Set([...byStart.keys()].map((start) => start.length))];
  const fitsOne = (text: string) =>
    startLengths.some((length) =>
      byStart.get(text.slice(0, length))?.some((glob) => fitsGlob(glob, text)),
    );
  return { fits: (text) => hasEnding(text) || fitsOne(text) };
}

/** For each glob a fragment that whatever fits it must hold; null where one of them has none worth seeking. */
export function globFragments(globs: readonly string[]): readonly string[] | null {
  const fragments = new Set<string>();
  for (const glob of globs) {
    const pieces = glob.split(/[*#]/).filter((piece) => piece.length >= 3);
    // An ending such as .exe is in too many names to tell any apart.
    const best = pieces.find((piece) => !piece.startsWith('.')) ?? pieces[0];
    if (best === undefined) return null;
    fragments.add(best);
  }
  return [...fragments];
}
