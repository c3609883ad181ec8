// Every scene in every look, in one engine. A scene is played once for each language and then looked at in one look after the other;
// with GALLERY_PICTURES each is photographed.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Engine } from '../../harness/browsers/browser.ts';
import { engines } from '../../harness/engines.ts';
import { isWholeRun } from '../../harness/extent.ts';
import { openCamera, type Camera } from './driver.ts';
import { screens, type Screen } from './screens.ts';
import { looksIn, type Look, type Theme } from './variants.ts';

const isPhotographed = process.env['GALLERY_PICTURES'] !== undefined;
/** Narrows a run to screens, scenes or looks, such as `GALLERY_ONLY=popup,dark`. */
const only = process.env['GALLERY_ONLY']?.split(',') ?? [];

function wanted(names: readonly string[]): readonly string[] {
  const named = names.filter((name) => only.includes(name));
  return named.length > 0 ? named : names;
}

async function faultsIn(
  camera: Camera,
  screen: Screen,
  scene: string,
  looks: readonly Look[],
): Promise<string[]> {
  const isMomentary = screen.scenes[scene]?.isMomentary === true;
  const found: string[] = [];
  for (const [place, look] of looks.entries()) {
    if (place === 0 || isMomentary) await camera.play(screen, scene, look);
    await camera.show(screen, look);
    if (isPhotographed) await camera.keep(screen, scene, look);
    for (const fault of await camera.faults(look)) found.push(`${look.name}: ${fault}`);
  }
  return found;
}

/** Firefox has its theme from when it starts. */
const groups = (engine: Engine): readonly (readonly Theme[])[] =>
  engine === 'chromium'
    ? [['light', 'dark', 'forced-colors']]
    : [['light'], ['dark'], ['forced-colors']];

export function exhibit(engine: Engine): void {
  const all = looksIn(engine, isWholeRun);
  const chosen = wanted(all.map(({ name }) => name));
  const chosenScenes = wanted(screens.flatMap(({ scenes }) => Object.keys(scenes)));
  const chosenScreens = wanted(screens.map(({ name }) => name));
  for (const themes of groups(engine)) {
    const looks = all.filter(({ name, theme }) => chosen.includes(name) && themes.includes(theme));
    const locales = [...new Set(looks.map(({ locale }) => locale))];
    describe.runIf(engines.includes(engine) && looks.length > 0)(
      `In ${engine}, ${themes.join(', ')},`,
      () => {
        let camera: Camera;
        beforeAll(async () => {
          camera = await openCamera(engine, themes, inject('galleryOrigin'));
        });
        afterAll(() => camera.close());

        for (const screen of screens.filter(({ name }) => chosenScreens.includes(name))) {
          const scenes = Object.keys(screen.scenes).filter((name) => chosenScenes.includes(name));
          describe.each(locales)(`${screen.name}, %s,`, (locale) => {
            it.each(scenes)('shows %s without a fault', async (scene) => {
              const turn = scenes.indexOf(scene);
              const shown = looks.filter(
                (look) =>
                  look.locale === locale && (isWholeRun || turn % (look.quick?.oneIn ?? 1) === 0),
              );
              expect(await faultsIn(camera, screen, scene, shown)).toEqual([]);
            });
          });
        }
      },
    );
  }
}
