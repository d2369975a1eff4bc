import type { TicketSummary } from '#shared/wire/ticket.ts';
import type { ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';

/** The person's own requests, one line each. */
export interface OwnList {
  readonly tickets: readonly TicketSummary[] | undefined;
  readonly failure: ApiFailure | undefined;
  unread(): number;
  load(): Promise<void>;
  /** The person has looked at a request. */
  seen(id: string): void;
}

/** @param known whether anybody is known who could have requests; nobody's list is not asked for */
export function createOwnList(
  api: Pick<Api, 'tickets'>,
  known: () => boolean,
  changed: () => void,
): OwnList {
  let tickets: readonly TicketSummary[] | undefined;
  let failure: ApiFailure | undefined;

  return {
    get tickets() {
      return tickets;
    },
    get failure() {
      return failure;
    },
    unread: () => tickets?.filter(({ unread }) => unread).length ?? 0,
    async load() {
      if (known()) {
        const answer = await api.tickets();
        failure = answer.ok ? undefined : answer.failure;
        if (answer.ok) tickets = answer.value.tickets;
      } else tickets = [];
      changed();
    },
    seen(id) {
      tickets = tickets?.map((row) => (row.id === id ? { ...row, unread: false } : row));
      changed();
    },
  };
}
