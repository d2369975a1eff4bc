import type { LifeEvent } from './life-event.ts';
import type { ClockState, LifeState, Receipt } from './life-state.ts';
import { clockOf } from './run-clocks.ts';

type Tell = (state: LifeState, event: LifeEvent, at: number) => LifeState;

/**
 * What an event does to a ticket and to each of the receipts that share its clock. Each promise is kept,
 * warned of and broken as if it stood alone, so that taking a ticket out again leaves the others as
 * they are; what is shown and runs is the one that comes first.
 *
 * @param tell what it does to a ticket with one receipt
 */
export function afterReceipts(
  state: LifeState,
  event: LifeEvent,
  at: number,
  tell: Tell,
): LifeState {
  const told = tell(state, event, at);
  const receipts = state.receipts ?? [ownReceipt(state)];
  switch (event.kind) {
    case 'absorbed':
      return together(told, [...receipts, absorbedReceipt(event.params)]);
    case 'separated':
      return together(
        told,
        receipts.filter(({ of }) => of !== event.params.from),
      );
    default: {
      if (!state.receipts || event.kind === 'unmerged') return told;
      const each = receipts.map((receipt) =>
        concerns(event, receipt, at)
          ? receiptOf(receipt.of, tell(alone(state, receipt), event, at))
          : receipt,
      );
      return together(told, each);
    }
  }
}

const absorbedReceipt = (params: Extract<LifeEvent, { kind: 'absorbed' }>['params']): Receipt => ({
  of: params.from,
  receivedAt: ms(params.receivedAt),
  firstRespondedAt: null,
  response:
    params.responseStartsAt === null
      ? null
      : {
          ...clockOf({
            startsAt: params.responseStartsAt,
            dueAt: params.responseDueAt,
            warnAt: params.responseWarnAt,
            brokenFrom: params.responseBrokenFrom,
          }),
          warnedAt: ms(params.warnedAt),
          breachedAt: ms(params.breachedAt),
        },
});

/** The ticket's own receipt, beside those of tickets that were merged into it. */
export const ownReceipt = (state: LifeState): Receipt =>
  state.receipts?.find(({ of }) => of === null) ?? receiptOf(null, state);

const receiptOf = (of: string | null, state: LifeState): Receipt => ({
  of,
  receivedAt: state.receivedAt,
  firstRespondedAt: state.firstRespondedAt,
  response: state.clocks.first_response ?? null,
});

/** The ticket as if it had this receipt and no other. */
const alone = (state: LifeState, receipt: Receipt): LifeState => ({
  ...state,
  receivedAt: receipt.receivedAt,
  firstRespondedAt: receipt.firstRespondedAt,
  clocks: clocksWith(state.clocks, receipt.response),
});

/** A calendar or a severity moves the ticket's own promise; a term that has not come is neither warned of nor broken. */
function concerns(event: LifeEvent, { of, response }: Receipt, at: number): boolean {
  switch (event.kind) {
    case 'due_moved':
      return of === null;
    case 'due_warned':
      return runs(response) && (response.warnAt ?? Infinity) <= at;
    case 'due_breached':
      return runs(response) && (response.brokenFrom ?? response.dueAt ?? Infinity) <= at;
    default:
      return true;
  }
}

/** Nobody has answered it, and it is not broken yet. */
const runs = (response: ClockState | null): response is ClockState =>
  response !== null && response.stoppedAt === null && response.breachedAt === null;

function together(state: LifeState, receipts: readonly Receipt[]): LifeState {
  const { receipts: _, ...before } = state;
  const [own, ...others] = receipts;
  if (!own) return before;
  if (others.length === 0) return alone(before, own);
  const received = receipts.flatMap(({ receivedAt }) => receivedAt ?? []);
  const responses = receipts.flatMap(({ response }) => response ?? []);
  return {
    ...before,
    receivedAt: received.length > 0 ? Math.min(...received) : null,
    firstRespondedAt: own.firstRespondedAt,
    clocks: clocksWith(state.clocks, responses.toSorted(firstOfAll)[0] ?? null),
    receipts,
  };
}

/**
 * Those that run before those that stopped, the last stopped first; of these the first due. Requests of
 * one kind are due in the order of their receipts, so that the earliest receipt holds; where a later
 * one was promised an earlier answer, that promise holds.
 */
const firstOfAll = (a: ClockState, b: ClockState): number =>
  compare(b.stoppedAt ?? Infinity, a.stoppedAt ?? Infinity) ||
  compare(a.dueAt ?? Infinity, b.dueAt ?? Infinity) ||
  compare(a.startedAt, b.startedAt);

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function clocksWith(clocks: LifeState['clocks'], response: ClockState | null): LifeState['clocks'] {
  const { first_response: _, ...others } = clocks;
  return response ? { ...others, first_response: response } : others;
}

const ms = (instant: string | null): number | null =>
  instant === null ? null : Date.parse(instant);
