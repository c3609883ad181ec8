const isDigit = (letter: string | undefined): boolean => letter !== undefined && letter >= '0' && letter <= '9';

/** Whether `text` fits a glob: `*` stands for any characters, `#` for one digit. Never backtracks over more than one star. */
export function fitsGlob(glob: string, text: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let retry = 0;
  while (place < text.length) {
    const letter = glob[at];
    if (letter === '*') {
      star = at++;
      retry = place;
    } else if (letter !== undefined && (letter === '#' ? isDigit(text[place]) : letter === text[place])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      place = ++retry;
    } else {
      return false;
    }
  }
  while (glob[at] === '*') at += 1;
  return at === glob.length;
}

/** Many globs, of which a text is held against few. */
export interface GlobSet {
  fits(text: string): boolean;
}

/** `*.exe` and its like are endings, looked up by their length; the others stand by the letter that they begin with. */
export function globSet(globs: readonly string[]): GlobSet {
  const isEnding = (glob: string) => /^\*[^*#]+$/.test(glob);
  const endings = new Set(globs.filter(isEnding).map((glob) => glob.slice(1)));
  const endingLengths = [...new Set([...endings].map((ending) => ending.length))];
  /** Where every ending begins with a dot, a text without one has none of them: most parts of addresses. */
  const areDotted = [...endings].every((ending) => ending.startsWith('.'));
  const hasEnding = (text: string) =>
    (!areDotted || text.includes('.')) && endingLengths.some((length) => length <= text.length && endings.has(text.slice(-length)));
  const loose: string[] = [];
  const byLetter = new Map<string, string[]>();
  for (const glob of globs.filter((one) => !isEnding(one))) {
    const letter = glob.charAt(0);
    const there = byLetter.get(letter);
    if (letter === '*' || letter === '#' || letter === '') loose.push(glob);
    else if (there) there.push(glob);
    else byLetter.set(letter, [glob]);
  }
  const fitsOne = (candidates: readonly string[], text: string) => candidates.some((glob) => fitsGlob(glob, text));
  const none: readonly string[] = [];
  return {
    fits: (text) =>
      hasEnding(text) || fitsOne(byLetter.get(text.charAt(0)) ?? none, text) || fitsOne(loose, text),
  };
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
