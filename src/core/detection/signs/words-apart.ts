const separator = /\s*[,،、]\s*/;

/** One text may contain several words, such as all of one language: "buy, order". */
export const wordsApart = (entries: readonly unknown[]): readonly unknown[] =>
  entries.flatMap((entry): readonly unknown[] =>
    typeof entry === 'string' ? entry.split(separator).filter(Boolean) : [entry],
  );
