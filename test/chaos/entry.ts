import type { Client } from '#server/db/connect.ts';
import type { TicketWriter } from '#server/features/tickets/ticket-writer.ts';
import { ticketWriter } from '#server/features/tickets/ticket-writer.ts';
import { writeTickets } from '#server/features/tickets/write-tickets.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import { serve } from '#server/serve.ts';
import { brokenProbe, probe, probeKind } from '#test/chaos/probe.ts';

// The server as it ships, with one kind of deadline more; CHAOS_BREAK breaks a promise on purpose,
// so that the harness can show that it would notice.

const broken = process.env['CHAOS_BREAK'];

/** Answers when the statement has run, and commits a moment later. */
const earlyWriter =
  (client: Client): TicketWriter =>
  (draft) =>
    new Promise((resolve, reject) => {
      client
        .begin(async (tx) => {
          const [written] = await writeTickets({ ...client, unsafe: tx.unsafe }, [draft]);
          resolve(written);
          await new Promise((settle) => setTimeout(settle, 300));
        })
        .catch(reject);
    });

process.exitCode = await serve(process.env, {
  writer: broken === 'writer' ? earlyWriter : ticketWriter,
  handlers: (deps) => ({
    ...timerHandlers(deps),
    [probeKind]: broken === 'timers' ? brokenProbe(deps.db) : probe,
  }),
});
