import type { Project } from './project.ts';

/** A label for pages that say something, but offer nothing. */
export function addLabel(project: Project, name: string): readonly string[] {
  project.insertBefore(
    'src/core/detection/model/labels.ts',
    '  mention: silent,',
    `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: { ...silent, sign: 'notice', isQuiet: false },\n`,
  );
  const suffix = name.replaceAll('-', '_');
  const kinds = {
    popupTitle_: ['Heading', 'A page of the new kind'],
    popupText_: ['Text', 'What a page of the new kind means for the reader.'],
    popupVerdict_: ['Verdict', 'Page of the new kind'],
    optionsLabel_: ['Name on the settings page', 'Pages of the new kind'],
  } as const;
  project.addMessages(
    Object.fromEntries(
      Object.entries(kinds).map(([prefix, [place, message]]) => [
        `${prefix}${suffix}`,
        { message, description: `${place} for the label ${name}.` },
      ]),
    ),
  );
  return [
    `src/core/detection/model/labels.ts: tier, badge, sign, ways and whether it is reported`,
    `_locales: popupTitle_, popupText_, popupVerdict_ and optionsLabel_${suffix} in every language`,
    `src/data/advisory.json: rules that give the label, and its notice if hasNotice is true`,
    `test/cases: an address with the label, and a harmless twin`,
    `test/gallery/popup/scenes.ts: a scene`,
  ];
}
