import type { Actor, EventDraft } from '#server/features/event-log/event-body.ts';
import type { RecordedContract } from '#server/features/organisations/record-contracts.ts';

/**
 * The events of contracts that were written; one that was left as it was is none.
 *
 * @param at epoch milliseconds
 */
export const contractSaved = (
  recorded: readonly RecordedContract[],
  actor: Actor,
  at: number,
): EventDraft[] =>
  recorded
    .filter(({ does }) => does !== 'leave')
    .map(({ does, contract: { number, organisation, version } }) => ({
      ticketId: null,
      kind: 'contract_saved',
      at: new Date(at),
      actor,
      params: { number, organisation: organisation.id, version, does },
    }));
