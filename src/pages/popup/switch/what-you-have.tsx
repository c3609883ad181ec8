// The plan's beginning: what the software was used for, and on which devices.
import type { VNode } from 'preact';
import { longestName, mostDevices } from '../../../core/plan/plan-limits.ts';
import { tickOf, type Device } from '../../../core/plan/plan.ts';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';
import { builtInNeed } from './choose/compare.ts';
import { deviceName } from './device-name.ts';
import { freeDeviceId, type PlanInUse } from './use-plan.ts';

export function WhatYouHave({ inUse }: { readonly inUse: PlanInUse }): VNode {
  const { t } = usePage();
  const { view } = usePopup();
  const { plan, change } = inUse;
  const toggle = (need: string) =>
    change({
      needs: plan.needs.includes(need)
        ? plan.needs.filter((one) => one !== need)
        : [...plan.needs, need],
    });
  const add = () => {
    const system = view.removal.systems[0]?.id ?? '';
    return change({
      devices: [...plan.devices, { id: freeDeviceId(plan.devices), name: '', system }],
    });
  };
  return (
    <>
      <fieldset class="needs">
        <legend>{t('popupPlanUses', view.subject)}</legend>
        {view.alternatives.needs
          .filter(({ id }) => id !== builtInNeed)
          .map(({ id, label }) => (
            <label key={id} class="tick">
              <input
                type="checkbox"
                id={`has-${id}`}
                checked={plan.needs.includes(id)}
                onChange={() => void toggle(id)}
              />
              <span>{label}</span>
            </label>
          ))}
      </fieldset>
      <fieldset class="devices">
        <legend>{t('popupPlanDevices')}</legend>
        <ul>
          {plan.devices.map((device) => (
            <DeviceRow key={device.id} device={device} inUse={inUse} />
          ))}
        </ul>
        {plan.devices.length < mostDevices && (
          <button type="button" class="button" id="add-device" onClick={() => void add()}>
            {t('popupPlanAddDevice')}
          </button>
        )}
      </fieldset>
    </>
  );
}

function DeviceRow({
  device,
  inUse: { plan, change },
}: {
  readonly device: Device;
  readonly inUse: PlanInUse;
}): VNode {
  const { t } = usePage();
  const { systems } = usePopup().view.removal;
  const name = deviceName(device, plan, systems);
  const set = (next: Partial<Device>) =>
    change({
      devices: plan.devices.map((one) => (one.id === device.id ? { ...one, ...next } : one)),
    });
  // Its ticks go with it.
  const remove = () =>
    change({
      devices: plan.devices.filter(({ id }) => id !== device.id),
      done: plan.done.filter(({ step }) => !step.startsWith(tickOf(device, ''))),
    });
  return (
    <li>
      <select
        id={`system-${device.id}`}
        aria-label={t('popupPlanSystemOf', name)}
        value={device.system}
        onChange={(event) => void set({ system: event.currentTarget.value })}
      >
        {systems.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <input
        type="text"
        aria-label={t('popupPlanNameOf', name)}
        placeholder={t('popupPlanName')}
        maxLength={longestName}
        value={device.name}
        onChange={(event) => void set({ name: event.currentTarget.value })}
      />
      {plan.devices.length > 1 && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('popupPlanRemoveDevice', name)}
          title={t('popupPlanRemoveDevice', name)}
          onClick={() => void remove()}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="M3.5 3.5l9 9M12.5 3.5l-9 9"
              fill="none"
              stroke="currentColor"
              stroke-width="1.75"
              stroke-linecap="round"
            />
          </svg>
        </button>
      )}
    </li>
  );
}
