/** Whether `text` fits a glob in which `*` stands for any characters. Never backtracks over more than one star. */
export function fitsGlob(glob: string, text: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let retry = 0;
  while (place < text.length) {
    if (glob[at] === '*') {
      star = at++;
      retry = place;
    } else if (at < glob.length && glob[at] === text[place]) {
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
