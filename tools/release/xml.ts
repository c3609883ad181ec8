// Escaping and values for templates and property lists.

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export type PlistValue =
  string | number | boolean | readonly PlistValue[] | { readonly [key: string]: PlistValue };

/** A value of an Apple property list, indented by `depth` levels of two spaces. */
export function plistValue(value: PlistValue, depth: number): string {
  const indent = '  '.repeat(depth);
  if (typeof value === 'string') return `${indent}<string>${escapeXml(value)}</string>`;
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`;
  if (typeof value === 'boolean') return `${indent}<${value}/>`;
  if (Array.isArray(value)) {
    if (value.length === 0) return `${indent}<array/>`;
    return [
      `${indent}<array>`,
      ...value.map((element: PlistValue) => plistValue(element, depth + 1)),
      `${indent}</array>`,
    ].join('\n');
  }
  const entries = Object.entries(value).map(
    ([key, element]) =>
      `${indent}  <key>${escapeXml(key)}</key>\n${plistValue(element, depth + 1)}`,
  );
  return entries.length === 0
    ? `${indent}<dict/>`
    : [`${indent}<dict>`, ...entries, `${indent}</dict>`].join('\n');
}
