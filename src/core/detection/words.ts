// All the words that rules ask for, found in one pass over a text, however many there are.

/** The words of one condition, by their numbers in the scanner. */
export type WordSet = ReadonlySet<number>;

const none: readonly number[] = [];

/** A letter of a trie. Most have one letter after them, which is kept beside them; the others stand in `more`. */
interface Node {
  /** The word that ends here; -1 where none does. */
  id: number;
  letter: number;
  next: Node | undefined;
  more: Map<number, Node> | undefined;
}

const newNode = (): Node => ({ id: -1, letter: -1, next: undefined, more: undefined });

function nodeAfter(node: Node, letter: number): Node {
  const known = node.letter === letter ? node.next : node.more?.get(letter);
  if (known) return known;
  const added = newNode();
  if (!node.next) {
    node.letter = letter;
    node.next = added;
  } else (node.more ??= new Map<number, Node>()).set(letter, added);
  return added;
}

/** Where words of the same first three letters begin. */
interface Start {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly node: Node;
  /** Other letters in the same slot. */
  readonly other: Start | undefined;
}

const startLength = 3;
const slash = 47;
const slots = 1 << 15;

/** The slot of a text's last three letters, from the slot before and the letter that is added. */
function nextSlot(slot: number, letter: number): number {
  return ((slot << 5) ^ letter) & (slots - 1);
}

/**
 * Numbers words and finds them. Each three letters of a text are looked up in a table of the words' first three, from where
 * a trie leads on. Words can be added at any time: rules are compiled when they are asked first.
 */
export class WordScanner {
  readonly #ids = new Map<string, number>();
  /** For each slot the number of its start, counted from 1; 0 where no word begins so. */
  readonly #slots = new Uint16Array(slots);
  readonly #starts: Start[] = [];
  /** Words too short for the table: of plain letters, and of any. */
  readonly #shortPlain = new Map<string, number>();
  readonly #short = new Map<string, number>();

  /** Grows with each new word; what was found before may lack it. */
  get version(): number {
    return this.#ids.size;
  }

  add(words: readonly string[]): WordSet {
    return new Set(words.map((word) => this.#idOf(word)));
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    if (word.length < startLength) {
      (/^[\0-\x7f]*$/.test(word) ? this.#shortPlain : this.#short).set(word, id);
      return id;
    }
    let node = this.#startOf(word);
    for (let place = startLength; place < word.length; place += 1) node = nodeAfter(node, word.charCodeAt(place));
    node.id = id;
    return id;
  }

  #startOf(word: string): Node {
    const [first, second, third] = [word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2)];
    const slot = nextSlot(nextSlot(nextSlot(0, first), second), third);
    const there = this.#starts[(this.#slots[slot] ?? 0) - 1];
    for (let start = there; start; start = start.other) {
      if (start.first === first && start.second === second && start.third === third) return start.node;
    }
    const node = newNode();
    this.#slots[slot] = this.#starts.push({ first, second, third, node, other: there });
    return node;
  }

  /** The numbers of the words that the text holds, each once; a path is taken to end in a slash. */
  find(text: string, isPath = false): readonly number[] {
    const { length } = text;
    const isOpen = isPath && text.charCodeAt(length - 1) !== slash;
    const end = isOpen ? length + 1 : length;
    const starts = this.#slots;
    let found: number[] | null = null;
    let slot = 0;
    let letters = 0;
    for (let place = 0; place < length; place += 1) {
      const letter = text.charCodeAt(place);
      letters |= letter;
      slot = ((slot << 5) ^ letter) & (slots - 1);
      const start = starts[slot] ?? 0;
      if (start !== 0) found = this.#follow(text, end, place, this.#starts[start - 1], found);
    }
    if (isOpen) {
      const start = starts[nextSlot(slot, slash)] ?? 0;
      if (start !== 0) found = this.#follow(text, end, length, this.#starts[start - 1], found);
    }
    if (this.#shortPlain.size > 0) found = this.#findShort(this.#shortPlain, text, end, found);
    if (letters > 0x7f) found = this.#findShort(this.#short, text, end, found);
    return found ?? none;
  }

  #findShort(words: ReadonlyMap<string, number>, text: string, end: number, found: number[] | null): number[] | null {
    let all = found;
    const whole = end > text.length ? `${text}/` : text;
    for (const [word, id] of words) if (whole.includes(word)) (all ??= []).push(id);
    return all;
  }

  /** Adds the words whose third letter stands at `place`. */
  #follow(text: string, end: number, place: number, candidate: Start | undefined, found: number[] | null): number[] | null {
    let start = candidate;
    const first = text.charCodeAt(place - 2);
    const second = text.charCodeAt(place - 1);
    const third = place < text.length ? text.charCodeAt(place) : slash;
    while (start && (start.third !== third || start.second !== second || start.first !== first)) start = start.other;
    let node: Node | undefined = start?.node;
    for (let at = place + 1; node; at += 1) {
      if (node.id >= 0 && !found?.includes(node.id)) (found ??= []).push(node.id);
      if (!node.next || at >= end) break;
      const letter = at < text.length ? text.charCodeAt(at) : slash;
      node = node.letter === letter ? node.next : node.more?.get(letter);
    }
    return found;
  }
}

export function holdsAny(found: readonly number[], wanted: WordSet): boolean {
  for (const id of found) if (wanted.has(id)) return true;
  return false;
}
