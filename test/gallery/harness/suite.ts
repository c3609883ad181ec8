// Every scene in every look, in one engine. With GALLERY_PICTURES each is photographed; judged it is in any case.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Engine } from '../../harness/browsers/browser.ts';
import { openCamera, type Camera } from './driver.ts';
import { looks } from './variants.ts';
import { screens } from './screens.ts';

const isPhotographed = process.env['GALLERY_PICTURES'] !== undefined;
/** Narrows a run to looks or screens, such as `GALLERY_ONLY=popup,dark`. */
const only = process.env['GALLERY_ONLY']?.split(',') ?? [];
const isWanted = (kind: readonly { readonly name: string }[], name: string) =>
  !kind.some((one) => only.includes(one.name)) || only.includes(name);

export function exhibit(engine: Engine): void {
  const wanted = looks.filter(({ name }) => isWanted(looks, name));
  const themes = [...new Set(wanted.map(({ theme }) => theme))];
  describe.each(themes)(`In ${engine}, %s`, (theme) => {
    let camera: Camera;
    beforeAll(async () => {
      camera = await openCamera(engine, theme, inject('galleryOrigin'));
    });
    afterAll(() => camera.close());

    const wornLooks = wanted.filter((look) => look.theme === theme);
    const shown = screens.filter(({ name }) => isWanted(screens, name));
    for (const look of wornLooks) {
      for (const screen of shown) {
        describe(`${screen.name}, ${look.name},`, () => {
          it.each(Object.keys(screen.scenes))('shows %s without a fault', async (scene) => {
            await camera.show(screen, scene, look);
            if (isPhotographed) await camera.keep(screen, scene, look);
            expect(await camera.faults(look)).toEqual([]);
          });
        });
      }
    }
  });
}
