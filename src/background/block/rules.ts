// Network rules for block mode. They follow policy, advisory and exceptions, and are removed in any
// other mode.
import { networkRules } from '../../core/block/network-rules.ts';
import { usableRules } from '../../core/detection/engine/rule-index.ts';
import { parseExtraRule } from '../../core/settings/validators.ts';
import {
  packagedHosts,
  replacePasses,
  replaceStandingRules,
  standingRules,
} from '../../platform/worker/web/network.ts';
import { hasAccess } from '../../platform/worker/access/host-access.ts';
import { ownVersion } from '../../platform/worker/runtime.ts';
import { currentAdvisory } from '../advisory/current.ts';
import { createMutex } from '../base/mutex.ts';
import { policy } from '../policy/managed.ts';
import { effectiveSettings } from '../policy/settings.ts';
import { state } from '../base/storage-items.ts';
import { read, write } from '../base/store.ts';

const inTurn = createMutex();

/**
 * Hosts we have access to: those the package names, and those of additional rules that were
 * granted.
 */
async function grantedHosts(): Promise<string[]> {
  const extra = ((await policy()).values.extraRules ?? []).flatMap((text) => {
    const rule = parseExtraRule(text);
    return rule.ok && rule.value.kind === 'host' ? rule.value.pattern : [];
  });
  const allowed = await Promise.all(
    [...new Set(extra)].map(async (host) => ((await hasAccess(`*://${host}/*`)) ? host : [])),
  );
  return [...new Set([...packagedHosts(), ...allowed.flat()])];
}

async function reconcile(): Promise<void> {
  const { mode, exceptions } = await effectiveSettings();
  if (mode !== 'block') {
    if ((await standingRules()).length > 0) await replaceStandingRules([]);
    if ((await read(state.bypasses)).length > 0) await write(state.bypasses, []);
    await replacePasses([]);
    // Says to later starts that there is nothing to take back.
    await write(state.networkBasis, '');
    return;
  }
  const { advisory, overlay, origin } = await currentAdvisory();
  const granted = await grantedHosts();
  // A restarted worker compares the inputs to see that the rules are up to date.
  const basis = JSON.stringify([
    ownVersion(),
    advisory.version,
    advisory.issued,
    origin,
    overlay && [overlay.id, overlay.version],
    (await policy()).values.extraRules,
    exceptions,
    granted,
  ]);
  if ((await read(state.networkBasis)) !== basis || (await standingRules()).length === 0) {
    await replaceStandingRules(
      networkRules({ rules: usableRules(advisory.detection), granted, exceptions }),
    );
    await write(state.networkBasis, basis);
  }
  await replacePasses((await read(state.bypasses)).map(({ host }) => host));
}

/** Updates the network rules; call at each start and after each change. */
export function reconcileBlocking(): Promise<void> {
  return inTurn(reconcile);
}
