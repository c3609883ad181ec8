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

/** Globs by the letter that they begin with, so that a text is held against few of hundreds. */
export interface GlobSet {
  fits(text: string): boolean;
}

export function globSet(globs: readonly string[]): GlobSet {
  const loose = globs.filter((glob) => glob.startsWith('*') || glob.startsWith('#') || glob === '');
  const byLetter = new Map<string, string[]>();
  for (const glob of globs) {
    const letter = glob.charAt(0);
    const there = byLetter.get(letter);
    if (there) there.push(glob);
    else byLetter.set(letter, [glob]);
  }
  const fitsOne = (candidates: readonly string[] | undefined, text: string) => candidates?.some((glob) => fitsGlob(glob, text)) ?? false;
  return { fits: (text) => fitsOne(byLetter.get(text.charAt(0)), text) || fitsOne(loose, text) };
}
