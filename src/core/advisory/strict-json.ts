// Parses untrusted JSON. Unlike JSON.parse, refuses duplicate keys, `__proto__` and deep nesting.
import { failure, success, type Fault, type Result } from '../base/result.ts';

/** Deeper documents are refused, so that code can safely recurse. */
const maxDepth = 64;

const [quote, backslash, colon, comma, openObject, closeObject, openList, closeList] = Array.from(
  '"\\:,{}[]',
  (sign) => sign.charCodeAt(0),
);

interface Level {
  /** Keys seen so far; null for a list. */
  readonly keys: Set<string> | null;
  index: number;
  key: string;
}

/** Index of the quote that ends the string starting before `from`. */
function stringEnd(text: string, from: number): number {
  for (let end = text.indexOf('"', from); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}

/**
 * Finds problems JSON.parse would hide: duplicate keys, `__proto__`, depth. `text` is valid JSON.
 */
function hiddenFault(text: string): Fault | null {
  const open: Level[] = [];
  const place = () => open.map((level) => (level.keys ? level.key : String(level.index))).join('.');
  let level: Level | undefined;
  // The last string before the current index; a colon makes it a key.
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

/** Decodes UTF-8, or returns an error in words. */
export function utf8Text(bytes: Uint8Array): Result<string, string> {
  try {
    return success(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return failure('is not UTF-8 text');
  }
}

/** Parses UTF-8 JSON strictly. Each fault names a path, or says what is wrong with the bytes. */
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
