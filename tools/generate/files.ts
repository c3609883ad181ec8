// Every committed file that code generates, with its text. Nobody edits one by hand; a test names
// those that are out of date.
import { idsOf } from '../release/browsers.ts';
import { policyFolder, policyPage } from '../release/policies/policy-folder.ts';
import { advisoryJsonSchema } from './advisory-schema.ts';
import { issueMessagesText } from './issue-messages.ts';
import { pageFiles } from './pages.ts';
import { managedSchemaText } from './policy-schema.ts';

/** The ids and addresses of the sample release. */
const ids = idsOf('abcdefghijklmnopabcdefghijklmnop', 'ponmlkjihgfedcbaponmlkjihgfedcba');
const addresses = {
  chromiumUpdate: 'https://extensions.example.com/update.xml',
  firefoxXpi: 'https://extensions.example.com/kba.xpi',
};

/** The policy files of a release, as text that can be compared and read in a diff. */
function samplePolicies(): [string, string][] {
  return [...policyFolder(ids, addresses)].map(([name, content]) => {
    // The registry editor's files are UTF-16, everything else UTF-8.
    const encoding = name.endsWith('.reg') ? 'utf16le' : 'utf8';
    const text = typeof content === 'string' ? content : Buffer.from(content).toString(encoding);
    return [`test/golden/policy/${name.replace(ids.firefox, 'addon-id')}`, text];
  });
}

/** Texts by path in the repository. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['src/data/generated/advisory.schema.json', advisoryJsonSchema()],
    ['src/data/generated/managed-schema.json', managedSchemaText()],
    ['src/core/settings/issue-messages.json', issueMessagesText()],
    ['docs/admin/policy-keys.md', policyPage()],
    ...pageFiles().map(({ path, text }): [string, string] => [path, text]),
    ...samplePolicies(),
  ]);
}
