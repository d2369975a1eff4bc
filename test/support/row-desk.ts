import type { DeskTicket } from '#shared/wire/desk.ts';
import type { OutboxList } from '#shared/wire/outbox.ts';
import type { TicketActBody } from '#shared/wire/ticket-act.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import type { TicketEventKind } from '#shared/ticket-events.ts';
import { listTicketEvents } from '#server/features/event-log/event-log.repository.ts';
import { demoPeople } from '#server/demo/people.ts';
import { completeRequest, deskApi, handClock, requesterApi } from '#test/support/api.ts';
import { testDatabase } from '#test/support/database.ts';
import { testServer } from '#test/support/server.ts';

/** One of the demo's people in good standing of each vendor. */
const regulars: Readonly<Record<string, string>> = {
  modme: 'dilnoza',
  didox24: 'sherzod',
  moidokumenty: 'anna',
  technokad: 'irina',
  jokercrm: 'marina',
};

/** A ticket as those see it who opened it. */
export interface OpenedTicket {
  readonly vendor: string;
  readonly receipt: TicketReceipt;
  readonly id: string;
  readonly api: ReturnType<typeof requesterApi>;
}

/** A real server with a desk and the demo's people, and one database for many rows. */
export async function rowDesk(start = '2026-11-20T08:00:00Z') {
  const clock = handClock(start);
  const database = await testDatabase();
  const server = await testServer(database, { now: clock.now });
  let desk = await deskApi(server);
  const post = (vendor: string, path: string, body: unknown) => desk.post(vendor, path, body);
  const act = ({ vendor, id }: OpenedTicket, body: TicketActBody) =>
    post(vendor, `/tickets/${id}/acts`, body);
  const packOf = (vendor: string) => server.deps.policies.inForce(vendor, server.deps.now())!.pack;
  const bearerOf = (vendor: string, person = regulars[vendor]) => {
    const { claims } = demoPeople.find((one) => one.vendor === vendor && one.id === person)!;
    return server.signAsHost(vendor, claims);
  };
  const requesterOf = async (vendor: string, person?: string) =>
    requesterApi(server, { vendor, bearer: await bearerOf(vendor, person) });
  return {
    clock,
    database,
    server,
    packOf,
    post,
    act,
    bearerOf,
    requesterOf,
    /** Calls of the agent who is signed in. */
    signedIn: () => desk,
    get: (vendor: string, path: string) => desk.get(vendor, path),
    /** Goes on at another instant, signed in anew. */
    at: async (instant: string) => {
      clock.set(instant);
      desk = await deskApi(server);
    },
    /** Opens a ticket and, where it waits for its official channel, lets it arrive there. */
    open: async (
      vendor: string,
      category?: string,
      {
        person,
        api,
        answers = {},
        context,
      }: {
        readonly person?: string;
        readonly api?: ReturnType<typeof requesterApi>;
        /** Besides those of a complete request; null leaves one out. */
        readonly answers?: Readonly<Record<string, string | null>>;
        /** What the page says of itself. */
        readonly context?: object;
      } = {},
    ): Promise<OpenedTicket> => {
      const asked = completeRequest(packOf(vendor), category);
      const given = Object.entries({ ...asked.answers, ...answers });
      const body = {
        ...asked,
        answers: Object.fromEntries(given.filter(([, one]) => one !== null)),
        ...(context ? { context } : {}),
      };
      const from = api ?? (await requesterOf(vendor, person));
      const receipt = await from.open(body);
      const opened = { vendor, receipt, id: receipt.id, api: from };
      if (receipt.status === 'awaiting_channel') await act(opened, { act: 'confirm_arrival' });
      return opened;
    },
    /** @throws Error with the problem, where the act is refused */
    done: async (opened: OpenedTicket, body: TicketActBody): Promise<DeskTicket> => {
      const response = await act(opened, body);
      const answer = (await response.json()) as DeskTicket;
      if (!response.ok) throw new Error(JSON.stringify(answer));
      return answer;
    },
    ticket: ({ vendor, id }: OpenedTicket) => desk.ticket(vendor, id),
    answer: ({ vendor, id }: OpenedTicket, body: object) => desk.answer(vendor, id, body),
    queue: (vendor: string, view?: string) => desk.queue(vendor, view),
    /** What the log itself holds of a ticket under one kind, the newest first. */
    logged: async ({ vendor, id }: Pick<OpenedTicket, 'vendor' | 'id'>, kind: TicketEventKind) =>
      (await listTicketEvents(database.db, vendor, id))
        .filter((event) => event.kind === kind)
        .toReversed(),
    /** What its requester was written, the newest first. */
    letters: async ({ vendor, receipt }: OpenedTicket) => {
      const { rows } = (await (await desk.get(vendor, '/outbox')).json()) as OutboxList;
      return rows.filter(({ ticketNumber }) => ticketNumber === receipt.number);
    },
    close: async () => {
      await server.close();
      await database.drop();
    },
  };
}
