// Draws the PNG icons from their SVG sources. Small sizes have a separate, pixel-aligned drawing.
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const folder = new URL('../icons/', import.meta.url);

for (const size of [16, 32, 48, 128]) {
  const source = readFileSync(new URL(size <= 32 ? 'icon-small.svg' : 'icon.svg', folder));
  const png = new Resvg(source, { fitTo: { mode: 'width', value: size } }).render().asPng();
  writeFileSync(new URL(`icon-${size}.png`, folder), png);
}
