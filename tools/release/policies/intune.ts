// Intune setup, step by step, with this release's ids and URLs; and a script for Edge, because
// Intune's imported templates can't write to Edge's registry path.
import type { PolicyValues } from '../../../src/core/policy/keys.ts';
import { registryKey, type ExtensionIds } from '../browsers.ts';
import { forceInstalled, type InstallAddresses } from './json-policies.ts';

export function intuneSteps(ids: ExtensionIds, addresses: InstallAddresses): string {
  const json = (value: object): string => JSON.stringify(value);
  return `# Intune, step by step

Generated for this release. Chrome and the self-hosted package have the id \`${ids.chrome}\`, Edge has \`${ids.edge}\`.
Test each step on a group with one computer. Packages from outside the store can be force-installed only on computers that are joined to
Entra ID or Active Directory.

## 1. Force-install it

*Devices*, *Configuration*, *Create*, *New policy*, *Windows 10 and later*, *Settings catalog*. Add the setting and give it this value. A browser
has only one such value; if you already have one, add this entry to it.

- Chrome: *Google*, *Google Chrome*, *Extensions*, *Extension management settings*

  \`\`\`json
  ${json(forceInstalled('chrome', ids, addresses))}
  \`\`\`

- Edge: *Microsoft Edge*, *Extensions*, *Configure extension management settings*

  \`\`\`json
  ${json(forceInstalled('edge', ids, addresses))}
  \`\`\`

- Firefox: *Devices*, *Configuration*, *Import ADMX*: Mozilla's own \`mozilla.admx\` and \`firefox.admx\`. Then create a profile from *Imported
  Administrative templates*: *Firefox*, *Extensions*, *Extension Management (JSON on one line)*

  \`\`\`json
  ${json(forceInstalled('firefox', ids, addresses))}
  \`\`\`

## 2. Settings for Chrome and Firefox

1. *Devices*, *Configuration*, *Import ADMX*: \`KasperskyBanAdvisory.chrome.admx\` with \`en-US\\KasperskyBanAdvisory.chrome.adml\`; the same for
   \`firefox\`. Wait until the state is *Available*.
2. *Create*, *New policy*, *Windows 10 and later*, *Templates*, *Imported Administrative templates*; open *Kaspersky Ban Advisory*. Choose
   what is under *Computer configuration*. Lists have one entry per line; the two maps are one line of JSON, as their help says.
3. Assign it to the test group, and later to everyone.

## 3. Settings for Edge

Intune accepts no imported template that writes under \`Software\\Policies\\Microsoft\`. Put your values into \`intune-edge.ps1\`, then *Devices*,
*Scripts and remediations*, *Platform scripts*, *Add*, *Windows 10 and later*: run with the logged-on credentials *No*, 64-bit host *Yes*.

## 4. Check it

On the test computer: *Settings*, *Accounts*, *Access work or school*, *Info*, *Sync*. Then \`chrome://policy\`, \`edge://policy\`, or
\`about:policies\`, and the extension's own policy page.
`;
}

/** PowerShell ends such a string at typographic marks, too. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/** PowerShell that replaces all of the extension's settings in Edge. */
export function intuneEdgeScript(ids: ExtensionIds, values: PolicyValues): string {
  const set = (name: string, kind: 'DWord' | 'String', value: string, key = '$key'): string =>
    `New-ItemProperty -Path ${key} -Name ${quoted(name)} -PropertyType ${kind} -Value ${value} -Force | Out-Null`;
  const lines = Object.entries(values).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return [set(name, 'DWord', value ? '1' : '0')];
    if (typeof value === 'number') return [set(name, 'DWord', String(value))];
    if (typeof value === 'string') return [set(name, 'String', quoted(value))];
    if (!Array.isArray(value)) return [set(name, 'String', quoted(JSON.stringify(value)))];
    const list = value.map((element: string, index) =>
      set(String(index + 1), 'String', quoted(element), `"$key\\${name}"`),
    );
    return [`New-Item -Path "$key\\${name}" -Force | Out-Null`, ...list];
  });
  return [
    '# Settings of Kaspersky Ban Advisory in Microsoft Edge. Run in the system context, 64-bit.',
    "$ErrorActionPreference = 'Stop'",
    `$key = ${quoted(`HKLM:\\${registryKey('edge', ids)}`)}`,
    'if (Test-Path $key) { Remove-Item -Path $key -Recurse }',
    'New-Item -Path $key -Force | Out-Null',
    ...lines,
    '',
  ].join('\r\n');
}
