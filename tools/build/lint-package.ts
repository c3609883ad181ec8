// Checks the built Firefox package with Mozilla's linter: no errors, and no warnings about our
// code.
import { spawnSync } from 'node:child_process';
import * as v from 'valibot';

const MessageSchema = v.object({
  code: v.string(),
  message: v.string(),
  file: v.optional(v.string(), 'the package'),
  line: v.optional(v.number(), 0),
});
const ReportSchema = v.object({ errors: v.array(MessageSchema), warnings: v.array(MessageSchema) });

type Message = v.InferOutput<typeof MessageSchema>;

/** The popup's first screen carries a copy of preact of its own; all other pages share one. */
const copiesOfPreact = 2;

/**
 * preact sets innerHTML in one place if asked to, which our lint forbids. A second place in one
 * file, or a third file, wouldn't be preact's.
 */
function isPreactsOwn({ code, file }: Message, all: readonly Message[]): boolean {
  const alike = all.filter((one) => one.code === code);
  const files = new Set(alike.map((one) => one.file));
  return (
    code === 'UNSAFE_VAR_ASSIGNMENT' &&
    files.size <= copiesOfPreact &&
    alike.filter((one) => one.file === file).length === 1
  );
}

const { stdout, stderr } = spawnSync(
  'node_modules/.bin/web-ext',
  ['lint', '--source-dir', 'dist/firefox', '--self-hosted', '--output', 'json'],
  {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  },
);
let report: v.InferOutput<typeof ReportSchema>;
try {
  report = v.parse(ReportSchema, JSON.parse(stdout));
} catch (cause) {
  throw new Error(`web-ext lint gave no report: ${stderr || stdout}`, { cause });
}
const ours = [
  ...report.errors,
  ...report.warnings.filter((warning) => !isPreactsOwn(warning, report.warnings)),
];
for (const { code, message, file, line } of ours)
  console.error(`dist/firefox/${file}:${String(line)}: ${code}: ${message}`);
console.log(
  `web-ext lint: ${String(report.errors.length)} errors, ${String(report.warnings.length)} warnings, ${String(ours.length)} of ours.`,
);
if (ours.length > 0) process.exitCode = 1;
