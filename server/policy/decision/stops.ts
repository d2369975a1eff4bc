import type { MessageKind } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { ResponseKind } from '#server/policy/pack/clocks.ts';

/** What an agent's message is, in the words of the regulations. A note answers nobody. */
export const responseOfMessage = {
  reply: 'answer',
  question: 'question',
} as const satisfies Partial<Record<MessageKind, ResponseKind | 'answer'>>;

/** Something that a desk does for a ticket. */
export type ResponseAct = ResponseKind | 'answer' | 'auto_acknowledged' | 'note';

/** Whether something done for a ticket is its first response under this regulation (key A2). */
export function isFirstResponse({ stops }: Pick<PolicyPack, 'stops'>, done: ResponseAct): boolean {
  if (done === 'note') return false;
  if (done === 'answer') return true;
  return done === 'auto_acknowledged' ? stops.autoAckCounts : stops.counts.includes(done);
}
