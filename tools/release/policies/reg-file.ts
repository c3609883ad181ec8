// A .reg file with the given values, for trying a policy or for tools that import such files.
import type { PolicyValues } from '../../../src/core/policy/keys.ts';
import { registryKey, type ExtensionIds, type Family } from '../browsers.ts';

function quoted(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

/**
 * Registry text with CRLF line ends. The registry editor expects it in UTF-16LE with a byte order
 * mark, which the caller adds.
 */
export function regFile(family: Family, ids: ExtensionIds, values: PolicyValues): string {
  const root = `HKEY_LOCAL_MACHINE\\${registryKey(family, ids)}`;
  const own: string[] = [];
  const below: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'boolean') own.push(`"${name}"=dword:0000000${value ? 1 : 0}`);
    else if (typeof value === 'number')
      own.push(`"${name}"=dword:${value.toString(16).padStart(8, '0')}`);
    else if (typeof value === 'string') own.push(`"${name}"=${quoted(value)}`);
    else if (Array.isArray(value)) {
      below.push(
        '',
        `[${root}\\${name}]`,
        ...value.map((element: string, index) => `"${index + 1}"=${quoted(element)}`),
      );
    } else own.push(`"${name}"=${quoted(JSON.stringify(value))}`);
  }
  // The key is emptied first: an import only adds, and an exception that was taken off would stay.
  const emptied = `[-${root}]`;
  return [
    'Windows Registry Editor Version 5.00',
    '',
    emptied,
    '',
    `[${root}]`,
    ...own,
    ...below,
    '',
  ].join('\r\n');
}
