import type { TicketSummary } from '#shared/wire/ticket.ts';
import type { ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';

/** Reads pages of a list from its beginning, as one page. */
export type ReadPages = (page: Api['tickets']) => ReturnType<Api['tickets']>;

/** The person's own requests, one line each. */
export interface OwnList {
  readonly tickets: readonly TicketSummary[] | undefined;
  readonly failure: ApiFailure | undefined;
  /** Where those behind the last one that is shown begin; null where there are none. */
  readonly next: string | null;
  unread(): number;
  /** Anew from the first page. @param read how far; as far as the last time where nothing is said */
  load(read?: ReadPages): Promise<void>;
  /** The person has looked at a request. */
  seen(id: string): void;
  /** Somebody else is here now: what was shown is not theirs. */
  forget(): void;
}

/** @param known whether anybody is known who could have requests; nobody's list is not asked for */
export function createOwnList(
  api: Pick<Api, 'tickets'>,
  known: () => boolean,
  changed: () => void,
): OwnList {
  let tickets: readonly TicketSummary[] | undefined;
  let failure: ApiFailure | undefined;
  let next: string | null = null;
  let last: ReadPages = (page) => page();
  let asks = 0;

  return {
    get tickets() {
      return tickets;
    },
    get failure() {
      return failure;
    },
    unread: () => tickets?.filter(({ unread }) => unread).length ?? 0,
    get next() {
      return next;
    },
    async load(read = last) {
      last = read;
      if (known()) {
        const ask = (asks += 1);
        const answer = await read(api.tickets);
        // asked anew since, or of whoever was here before
        if (ask !== asks) return;
        failure = answer.ok ? undefined : answer.failure;
        if (answer.ok) ({ tickets, next } = answer.value);
      } else tickets = [];
      changed();
    },
    seen(id) {
      tickets = tickets?.map((row) => (row.id === id ? { ...row, unread: false } : row));
      changed();
    },
    forget() {
      asks += 1;
      tickets = undefined;
      next = null;
      changed();
    },
  };
}
