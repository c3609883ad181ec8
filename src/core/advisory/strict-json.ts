// JSON from strangers: as JSON.parse, but nothing is silently lost, overwritten or too deep.
import { failure, success, type Fault, type Result } from '../base/result.ts';

/** Deeper documents are refused before anything walks them recursively. */
const maxDepth = 64;

const [quote, backslash, colon, comma, openObject, closeObject, openList, closeList] = Array.from(
  '"\\:,{}[]',
  (sign) => sign.charCodeAt(0),
);

interface Level {
  /** The names so far; null in a list. */
  readonly keys: Set<string> | null;
  index: number;
  key: string;
}

/** The place of the quote that ends the string which begins before `from`. */
function stringEnd(text: string, from: number): number {
  for (let end = text.indexOf('"', from); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}

/** Finds what JSON.parse would hide: duplicate keys, `__proto__`, and depth. The text is valid JSON. */
function hiddenFault(text: string): Fault | null {
  const open: Level[] = [];
  const place = () => open.map((level) => (level.keys ? level.key : String(level.index))).join('.');
  let level: Level | undefined;
  // The string before the place that is looked at; a colon makes it a name.
  let [start, end] = [0, 0];
  for (let position = 0; position < text.length; position += 1) {
    const sign = text.charCodeAt(position);
    if (sign === quote) {
      start = position + 1;
      end = stringEnd(text, start);
      position = end;
    } else if (sign === colon && level?.keys) {
      const written = text.slice(start, end);
      level.key = written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
      if (level.keys.has(level.key))
        return { path: place(), message: 'stands twice in its object' };
      if (level.key === '__proto__') return { path: place(), message: 'is not allowed as a name' };
      level.keys.add(level.key);
    } else if (sign === openObject || sign === openList) {
      if (open.length >= maxDepth)
        return { path: place(), message: `is nested deeper than ${String(maxDepth)} levels` };
      level = { keys: sign === openObject ? new Set() : null, index: 0, key: '' };
      open.push(level);
    } else if (sign === closeObject || sign === closeList) {
      open.pop();
      level = open.at(-1);
    } else if (sign === comma && level) {
      level.index += 1;
    }
  }
  return null;
}

/** The text of these bytes, or what is wrong with them. */
export function utf8Text(bytes: Uint8Array): Result<string, string> {
  try {
    return success(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return failure('is not UTF-8 text');
  }
}

/** Parses UTF-8 JSON strictly. A fault names the place, or says what is wrong with the bytes. */
export function parseJson(bytes: Uint8Array): Result<unknown, Fault[]> {
  const text = utf8Text(bytes);
  if (!text.ok) return failure([{ path: '', message: text.error }]);
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch (cause) {
    if (cause instanceof RangeError)
      return failure([{ path: '', message: 'is nested too deeply' }]);
    if (!(cause instanceof SyntaxError)) throw cause;
    return failure([{ path: '', message: `is not JSON: ${cause.message}` }]);
  }
  const fault = hiddenFault(text.value);
  return fault ? failure([fault]) : success(value);
}
