// CycloneDX list of the packages' runtime dependencies, from the lock file. No date or serial
// number, so that it is reproducible.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';

const BillSchema = v.looseObject({
  components: v.array(
    v.looseObject({
      'bom-ref': v.string(),
      properties: v.optional(v.array(v.object({ name: v.string(), value: v.string() })), []),
    }),
  ),
  dependencies: v.array(
    v.looseObject({ ref: v.string(), dependsOn: v.optional(v.array(v.string())) }),
  ),
});

export function billOfMaterials(root: string): string {
  const program = join(root, 'node_modules', '.bin', 'cyclonedx-npm');
  const written = execFileSync(
    program,
    [
      '--package-lock-only',
      '--omit',
      'dev',
      '--output-reproducible',
      '--output-format',
      'JSON',
      '--output-file',
      '-',
    ],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const bill = v.parse(BillSchema, JSON.parse(written));
  // npm includes a build tool that a library lists as an optional peer; it is in no package.
  const isTool = (component: (typeof bill.components)[number]) =>
    component.properties.some(({ name }) => name === 'cdx:npm:package:development');
  const tools = new Set(bill.components.filter(isTool).map((component) => component['bom-ref']));
  const shipped = {
    ...bill,
    components: bill.components.filter((component) => !isTool(component)),
    dependencies: bill.dependencies
      .filter(({ ref }) => !tools.has(ref))
      .map(({ dependsOn, ...rest }) => ({
        ...rest,
        // Also where there are none: strict checkers take a missing list for a fault.
        dependsOn: (dependsOn ?? []).filter((ref) => !tools.has(ref)),
      })),
  };
  return `${JSON.stringify(shipped, null, 2)}\n`;
}
