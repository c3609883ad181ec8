import type { Device, Plan } from '../../../core/plan/plan.ts';
import type { PopupView } from '../../../core/view/popup/popup.ts';

/** What a person called it, else its system; with a number where two would be called alike. */
export function deviceName(
  device: Device,
  { devices }: Pick<Plan, 'devices'>,
  systems: PopupView['removal']['systems'],
): string {
  const plain = ({ name, system }: Device) =>
    name.trim() || (systems.find(({ id }) => id === system)?.title ?? system);
  const alike = devices.filter((other) => plain(other) === plain(device));
  const number = alike.findIndex(({ id }) => id === device.id) + 1;
  return alike.length > 1 ? `${plain(device)} ${String(number)}` : plain(device);
}
