// One build and one server for all of the gallery's tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildGallery } from './build.ts';
import { serveGallery } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    galleryOrigin: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'gallery-'));
  await buildGallery(folder);
  const server = await serveGallery(folder);
  project.provide('galleryOrigin', server.origin);
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
