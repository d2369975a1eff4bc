import { severities, type QueueKey, type Severity } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What the order of work looks at. Instants in epoch milliseconds. */
export interface QueueItem {
  readonly severity: Severity;
  /** Null where nothing is due: such items come last among equals. */
  readonly dueAt: number | null;
  /** Heavier first; see `planWeight`. */
  readonly planWeight: number;
  readonly receivedAt: number;
  /** As people say it, `MOD-1042`: settles what nothing else does. */
  readonly number: string;
}

type Order = Pick<PolicyPack['queue'], 'order' | 'severities'>;
type Compare = (a: QueueItem, b: QueueItem) => number;

const byRank = ({ severity }: QueueItem) => severities.indexOf(severity);
const notCritical = ({ severity }: QueueItem) => Number(severity !== 'critical');

const criticalFirst: Record<QueueKey, Compare> = {
  severity: (a, b) => notCritical(a) - notCritical(b),
  due: (a, b) => compareDue(a.dueAt, b.dueAt),
  plan: (a, b) => b.planWeight - a.planWeight,
  received: (a, b) => a.receivedAt - b.receivedAt,
};
const ranked: Record<QueueKey, Compare> = {
  ...criticalFirst,
  severity: (a, b) => byRank(a) - byRank(b),
};

/** How each key of the order compares two tickets. */
const comparisons = ({ severities: ranking }: Pick<Order, 'severities'>) =>
  ranking === 'ranked' ? ranked : criticalFirst;

/** The first key of the order by which two tickets differ; undefined where only their numbers do. */
export function decidingKey(rule: Order, a: QueueItem, b: QueueItem): QueueKey | undefined {
  const compareBy = comparisons(rule);
  return rule.order.find((key) => compareBy[key](a, b) !== 0);
}

/** Compares two tickets by the regulation's order; negative when the first is to be worked on first. */
export function compareInQueue(rule: Order): Compare {
  const { order } = rule;
  const compareBy = comparisons(rule);
  return (a, b) => {
    for (const key of order) {
      const difference = compareBy[key](a, b);
      if (difference !== 0) return difference;
    }
    return a.number.localeCompare(b.number, 'en', { numeric: true });
  };
}

function compareDue(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

/** Weight of a plan in the queue; a plan the pack does not name, or no plan, weighs nothing. */
export const planWeight = ({ queue }: PolicyPack, plan: string | undefined): number =>
  (plan === undefined ? undefined : queue.planWeights[plan]) ?? 0;
