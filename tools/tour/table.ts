import type { Finding } from './stops.ts';

/** Columns as wide as their longest cell. */
export function table(findings: readonly Finding[]): string {
  const rows = [
    ['browser', 'page', 'label', 'badge', 'in the page'],
    ...findings.map((one) => [one.browser, one.page, one.label, one.badge, one.inThePage]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
