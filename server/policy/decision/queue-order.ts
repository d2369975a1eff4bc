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

/** How each key of the order compares two tickets. */
function comparisons({
  severities: ranking,
}: Pick<Order, 'severities'>): Record<QueueKey, Compare> {
  const rank = ({ severity }: QueueItem) =>
    ranking === 'ranked' ? severities.indexOf(severity) : Number(severity !== 'critical');
  return {
    severity: (a, b) => rank(a) - rank(b),
    due: (a, b) => compareDue(a.dueAt, b.dueAt),
    plan: (a, b) => b.planWeight - a.planWeight,
    received: (a, b) => a.receivedAt - b.receivedAt,
  };
}

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
