import { camelCase, type Project } from './project.ts';

/** A policy key that is a switch, with its words, an example and a bad value. */
export function addPolicyKey(project: Project, name: string): readonly string[] {
  const key = camelCase(name);
  project.insertBefore(
    'src/core/policy/keys.ts',
    '} as const satisfies Record<string, PolicyKey>;',
    `  ${key}: { type: 'switch', mayBeDefault: false },\n`,
  );
  project.insertBefore(
    'src/core/policy/keys.ts',
    '} as const satisfies { readonly [Name in PolicyName]',
    `  ${key}: true,\n`,
  );
  project.addMessages({
    [`policyKey_${key}`]: { message: key, description: `Name of the policy key ${key}.` },
    [`policyAbout_${key}`]: {
      message: `What ${key} does.`,
      description: `What the policy key ${key} does, for administrators.`,
    },
  });
  project.insertBefore(
    'test/cases/bad-policies.ts',
    "  wrong('language', 'English'),",
    `  wrong('${key}', 'yes'),\n`,
  );
  return [
    `_locales: policyKey_${key} and policyAbout_${key} in every language`,
    `src/core/policy/keys.ts: another type than a switch, if it is one, and whether people may change it`,
    `use values.${key} where it takes effect`,
    `test/e2e/journeys/policy/policy-effect.spec.ts: its effect in a real browser`,
  ];
}
