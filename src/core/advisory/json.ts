// JSON from strangers: as JSON.parse, but nothing is silently lost, overwritten or too deep.
import { failure, success, type Fault, type Result } from '../result.ts';

/** Deeper documents are refused before anything walks them recursively. */
const maxDepth = 64;

/** Finds what JSON.parse would hide: duplicate keys, `__proto__`, and depth. The text is valid JSON. */
function hiddenFault(text: string): Fault | null {
  const open: { path: string; keys: Set<string> | null; index: number; key: string }[] = [];
  const place = () => open.map((level) => (level.keys ? level.key : String(level.index))).join('.');
  let position = 0;
  while (position < text.length) {
    const character = text[position];
    const level = open.at(-1);
    if (character === '"') {
      const start = position;
      position += 1;
      while (text[position] !== '"') position += text[position] === '\\' ? 2 : 1;
      position += 1;
      let next = position;
      while (/\s/.test(text[next] ?? '')) next += 1;
      if (level?.keys && text[next] === ':') {
        const key: unknown = JSON.parse(text.slice(start, position));
        level.key = String(key);
        if (level.keys.has(level.key)) return { path: place(), message: 'stands twice in its object' };
        if (level.key === '__proto__') return { path: place(), message: 'is not allowed as a name' };
        level.keys.add(level.key);
      }
      continue;
    }
    if (character === '{' || character === '[') {
      if (open.length >= maxDepth) return { path: place(), message: `is nested deeper than ${String(maxDepth)} levels` };
      open.push({ path: '', keys: character === '{' ? new Set() : null, index: 0, key: '' });
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === ',' && level) {
      level.index += 1;
    }
    position += 1;
  }
  return null;
}

/** Parses UTF-8 JSON strictly. A fault names the place, or says what is wrong with the bytes. */
export function parseJson(bytes: Uint8Array): Result<unknown, Fault[]> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return failure([{ path: '', message: 'is not UTF-8 text' }]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    if (cause instanceof RangeError) return failure([{ path: '', message: 'is nested too deeply' }]);
    if (!(cause instanceof SyntaxError)) throw cause;
    return failure([{ path: '', message: `is not JSON: ${cause.message}` }]);
  }
  const fault = hiddenFault(text);
  return fault ? failure([fault]) : success(value);
}
