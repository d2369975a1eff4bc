import type { DeskQueue } from '#shared/wire/desk.ts';
import type { Words } from '#desk/text/words.ts';
import type { DeskView } from '#desk/text/queue-views.ts';

/** The order of a view in one sentence; the regulation's order comes with the queue itself. */
export function orderSentence(
  { say }: Words,
  view: DeskView,
  { order, severities }: Pick<DeskQueue, 'order' | 'severities'>,
): string {
  if (view !== 'order') return say(`order.${view}`);
  const keys = order
    .map((key) =>
      say(key === 'severity' ? `order.severity.${severities ?? 'ranked'}` : `order.${key}`),
    )
    .join(say('order.joint'));
  return keys.charAt(0).toUpperCase() + keys.slice(1);
}
