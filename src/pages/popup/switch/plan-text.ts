// The plan in plain words: to be pasted somewhere, and the record at its end for one's own files or
// an auditor.
import { withoutIsolates } from '../../../core/i18n/bidi.ts';
import { formatDay } from '../../../core/i18n/format-day.ts';
import type { Translate } from '../../../core/i18n/messages.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { PopupView } from '../../../core/view/popup/popup.ts';
import { deviceName } from './device-name.ts';
import { countOf, stages, type PlanStages } from './plan-stages.ts';
import { isTicked } from './use-plan.ts';

interface Told {
  readonly view: PopupView;
  readonly plan: Plan;
  readonly staged: PlanStages;
  readonly language: string;
  readonly t: Translate;
}

const isDoneIn = (plan: Plan) => (device: Plan['devices'][number], step: string) =>
  isTicked(plan, device, step);

/** Each step with its box, device by device. */
export function planText(told: Told): string {
  const { view, plan, staged, t } = told;
  const lines = plan.devices.flatMap((device) => [
    '',
    deviceName(device, plan, view.removal.systems),
    ...stages.flatMap((stage) => {
      const own = staged[stage].flatMap(({ title, steps }) => {
        const mine = steps.filter(({ devices }) => devices.some(({ id }) => id === device.id));
        if (mine.length === 0) return [];
        return [
          `  ${title}`,
          ...mine.map(({ id, step }) =>
            step.isNote
              ? `    - ${step.text}`
              : `    [${isTicked(plan, device, id) ? 'x' : ' '}] ${step.text}`,
          ),
        ];
      });
      return own.length > 0 ? ['', t(`popupStage_${stage}`), ...own] : [];
    }),
  ]);
  return withoutIsolates(
    `${[t('popupPlanTitle'), ...recordLines(told), ...lines, '', view.advisory.edition].join('\n')}\n`,
  );
}

/** The removed products with their dates, and the protection now. */
export function recordLines({ view, plan, staged, language, t }: Told): string[] {
  const number = new Intl.NumberFormat(language);
  const isDone = isDoneIn(plan);
  const devices = plan.devices.map((device) => {
    const name = deviceName(device, plan, view.removal.systems);
    const own = stages.map((stage) =>
      staged[stage].map((group) => ({
        ...group,
        steps: group.steps
          .filter((one) => one.devices.some(({ id }) => id === device.id))
          .map((one) => ({ ...one, devices: [device] })),
      })),
    );
    const { done, total } = countOf(own.flat(), isDone);
    const days = plan.done
      .filter(({ step, on }) => on !== '' && step.startsWith(`${device.id}:`))
      .map(({ on }) => on)
      .toSorted();
    const last = days.at(-1);
    return last === undefined
      ? t('popupRecordDevice', name, number.format(done), number.format(total))
      : t(
          'popupRecordDeviceOn',
          name,
          number.format(done),
          number.format(total),
          formatDay(last, language, 'UTC'),
        );
  });
  const choices = plan.choices.flatMap(({ need, product }) => {
    const label = view.alternatives.needs.find(({ id }) => id === need)?.label;
    const name = view.alternatives.products.find(({ id }) => id === product)?.name;
    return label && name ? [t('popupRecordChoice', label, name)] : [];
  });
  return [...devices, ...choices];
}
