// What a browser printed, as far as tests ask: the number of pages in a PDF.
import { inflateSync } from 'node:zlib';

/** Some browsers write a document's objects compressed. */
export function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, bytes = '']) =>
    unpacked(Buffer.from(bytes, 'latin1')),
  );
  return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
