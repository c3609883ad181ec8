// Words by their first three letters, and the trie that leads on from there.

/** How many letters all words of a start share; shorter ones have none. */
export const startLength = 3;

export const slotCount = 1 << 15;

/** The slot of a text's last three letters, from the slot before and the letter that is added. */
export function nextSlot(slot: number, letter: number): number {
  return ((slot << 5) ^ letter) & (slotCount - 1);
}

/** The slot of a word's first three letters. */
export function hashOfTrigram(word: string): number {
  return nextSlot(
    nextSlot(nextSlot(0, word.charCodeAt(0)), word.charCodeAt(1)),
    word.charCodeAt(2),
  );
}

/** A node of a trie. Most have one child, kept inline; the others are in `more`. */
export interface Node {
  /** The number of the word that ends here; -1 where none does. */
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
export class TrieRoot {
  /** Words that the trie lacks yet: most starts never turn up in a text. */
  readonly #words: string[] = [];
  readonly #ids: number[] = [];
  readonly #node = newNode();

  constructor(
    readonly first: number,
    readonly second: number,
    readonly third: number,
    /** Other letters in the same slot. */
    readonly other: TrieRoot | undefined,
  ) {}

  add(word: string, id: number): void {
    this.#words.push(word);
    this.#ids.push(id);
  }

  get node(): Node {
    if (this.#words.length > 0) this.#grow();
    return this.#node;
  }

  #grow(): void {
    this.#words.forEach((word, index) => {
      let node = this.#node;
      for (let place = startLength; place < word.length; place += 1)
        node = nodeAfter(node, word.charCodeAt(place));
      node.id = this.#ids[index] ?? -1;
    });
    this.#words.length = this.#ids.length = 0;
  }
}
