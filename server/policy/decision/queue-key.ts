import { severities } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { QueueItem } from './queue-order.ts';

const instantDigits = 15;
const rankDigits = 6;
const heaviest = 10 ** rankDigits - 1;

/**
 * The place of a ticket in the queue as a text: sorted byte by byte, such texts stand in the order of
 * `compareInQueue`, but for the number, which is put behind. A database can keep the queue by it.
 *
 * @throws RangeError for a weight beyond ±1000 or an instant before 1970
 */
export function queueKey(
  { order, severities: ranking }: Pick<PolicyPack['queue'], 'order' | 'severities'>,
  item: Omit<QueueItem, 'number'>,
): string {
  const parts = {
    severity: () =>
      String(
        ranking === 'ranked'
          ? severities.indexOf(item.severity)
          : Number(item.severity !== 'critical'),
      ),
    due: () => (item.dueAt === null ? '~' : digits(item.dueAt, instantDigits)),
    plan: () => digits(Math.round((1000 - item.planWeight) * 100), rankDigits),
    received: () => digits(item.receivedAt, instantDigits),
  };
  return order.map((key) => parts[key]()).join(' ');
}

function digits(value: number, length: number): string {
  if (value < 0 || (length === rankDigits && value > heaviest)) {
    throw new RangeError('no place in the queue for such a number');
  }
  return String(value).padStart(length, '0');
}
