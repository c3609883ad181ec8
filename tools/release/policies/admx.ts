// Group Policy templates (ADMX and its English ADML), one pair per browser family.
import { policyKeyDocs } from '../../generate/policy-docs.ts';
import {
  policyKeys,
  policyNames,
  type PolicyKey,
  type PolicyName,
} from '../../../src/core/policy/keys.ts';
import { familyName, registryKey, type ExtensionIds, type Family } from '../browsers.ts';
import { escapeXml } from '../xml.ts';

const namespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

function policyElement(name: PolicyName, key: PolicyKey, registry: string): string {
  const inner = (elements: string) =>
    `    <policy name="${name}" class="Both" displayName="$(string.${name})" explainText="$(string.${name}_about)" key="${escapeXml(registry)}" presentation="$(presentation.${name})">
      <parentCategory ref="Advisory" />
      <supportedOn ref="Supported" />
      <elements>
${elements}
      </elements>
    </policy>`;
  switch (key.type) {
    case 'switch':
      return `    <policy name="${name}" class="Both" displayName="$(string.${name})" explainText="$(string.${name}_about)" key="${escapeXml(registry)}" valueName="${name}">
      <parentCategory ref="Advisory" />
      <supportedOn ref="Supported" />
      <enabledValue><decimal value="1" /></enabledValue>
      <disabledValue><decimal value="0" /></disabledValue>
    </policy>`;
    case 'choice':
      return inner(
        [
          `        <enum id="${name}" valueName="${name}" required="true">`,
          ...key.values.map(
            (value) =>
              `          <item displayName="$(string.${name}_${value})"><value><string>${escapeXml(value)}</string></value></item>`,
          ),
          '        </enum>',
        ].join('\n'),
      );
    case 'number':
      return inner(
        `        <decimal id="${name}" valueName="${name}" minValue="${key.min}" maxValue="${key.max}" required="true" />`,
      );
    case 'list':
      // Values 1, 2, 3, … below a key with the list's name, which is how browsers read lists from
      // the registry.
      return inner(
        `        <list id="${name}" key="${escapeXml(`${registry}\\${name}`)}" valuePrefix="" />`,
      );
    case 'map':
    case 'text':
      return inner(
        `        <text id="${name}" valueName="${name}" maxLength="16384" required="true" />`,
      );
  }
}

/** The template itself; its texts are in the ADML. */
export function admx(family: Family, ids: ExtensionIds): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="${namespace}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="kasperskybanadvisory_${family}" namespace="KasperskyBanAdvisory.Policies.${family}" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="Supported" displayName="$(string.Supported)" />
    </definitions>
  </supportedOn>
  <categories>
    <category name="Advisory" displayName="$(string.Category)" />
  </categories>
  <policies>
${policyNames.map((name) => policyElement(name, policyKeys[name], registryKey(family, ids))).join('\n')}
  </policies>
</policyDefinitions>
`;
}

function presentation(name: PolicyName): string {
  const { title, example } = policyKeyDocs[name];
  const label = escapeXml(title);
  switch (policyKeys[name].type) {
    case 'switch':
      return '';
    case 'choice':
      return `      <presentation id="${name}"><dropdownList refId="${name}" defaultItem="1" noSort="true">${label}</dropdownList></presentation>\n`;
    case 'number':
      return `      <presentation id="${name}"><decimalTextBox refId="${name}" defaultValue="${String(example)}">${label}</decimalTextBox></presentation>\n`;
    case 'list':
      return `      <presentation id="${name}"><listBox refId="${name}">${label}</listBox></presentation>\n`;
    case 'map':
    case 'text':
      return `      <presentation id="${name}"><textBox refId="${name}"><label>${label}</label></textBox></presentation>\n`;
  }
}

/** The template's English texts. */
export function adml(family: Family): string {
  const strings: [string, string][] = [
    ['Supported', `${familyName[family]} with Kaspersky Ban Advisory 1.0 or later`],
    ['Category', `Kaspersky Ban Advisory (${familyName[family]})`],
  ];
  for (const name of policyNames) {
    const key: PolicyKey = policyKeys[name];
    const { title, about, example } = policyKeyDocs[name];
    const asJson =
      key.type === 'map'
        ? ` Written as one line of JSON, for example ${JSON.stringify(example)}.`
        : '';
    strings.push([name, title], [`${name}_about`, about + asJson]);
    if (key.type === 'choice')
      for (const value of key.values) strings.push([`${name}_${value}`, value]);
  }
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="${namespace}" revision="1.0" schemaVersion="1.0">
  <displayName>Kaspersky Ban Advisory</displayName>
  <description>Settings of the browser extension Kaspersky Ban Advisory</description>
  <resources>
    <stringTable>
${strings.map(([id, text]) => `      <string id="${id}">${escapeXml(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${policyNames.map((name) => presentation(name)).join('')}    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}
