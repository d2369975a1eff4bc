import { and, eq } from 'drizzle-orm';
import type { Deps } from '#server/deps.ts';
import { withOpenLinks } from '#server/features/articles/given-articles.ts';
import { claimLetters, type ClaimedLetter } from '#server/features/outbox/claim-letters.ts';
import { mailOf } from '#server/features/outbox/mail.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { renderLetter } from '#server/features/outbox/render-letter.ts';
import { selectLetters } from '#server/features/outbox/select-letters.ts';
import { settleLetter, type Settled } from '#server/features/outbox/settle-letter.ts';
import { connections, type Transport } from '#server/features/outbox/smtp.ts';
import { confirmArrival } from '#server/features/tickets/confirm-arrival.ts';
import type { TicketPlace } from '#server/features/tickets/lock-ticket.ts';
import { faultOf } from '#server/http/fault.ts';
import { surveyLink } from '#server/features/surveys/survey-letter.ts';

/** What sending takes; a server that claims letters has them for `leaseMs`. */
export interface SendDeps extends Pick<
  Deps,
  'db' | 'now' | 'log' | 'policies' | 'secretBox' | 'publicUrl'
> {
  readonly transport: Transport;
  /** Address that letters come from. */
  readonly from: string;
  readonly leaseMs: number;
}

/**
 * Sends some of the letters that wait, the oldest first. A letter may go out twice after a crash,
 * then as the same mail with the same Message-ID; none is lost.
 *
 * @returns how many were tried; 0 when none waits
 */
export async function sendLetters(deps: SendDeps): Promise<number> {
  const { db, leaseMs } = deps;
  const now = new Date(deps.now());
  const claimed = await claimLetters(db, { now, leaseMs, limit: connections, via: 'mail' });
  await Promise.all(
    claimed.map(async (letter) => {
      const settled = await send(deps, letter);
      await settleLetter(db, letter, settled, new Date(deps.now()));
      if (settled.sent) return;
      const { tenantId, id, attempts } = letter;
      deps.log.warn({ tenantId, letter: id, attempts, code: settled.code }, 'letter not sent');
    }),
  );
  return claimed.length;
}

async function send(deps: SendDeps, { tenantId, id }: ClaimedLetter): Promise<Settled> {
  const [row] = await selectLetters(deps.db).where(
    and(eq(outbox.tenantId, tenantId), eq(outbox.id, id), eq(outbox.state, 'waiting')),
  );
  const rendered = row && renderLetter(deps, row, (entry) => surveyLink(deps, entry));
  if (!rendered) return { sent: false, code: 'edition.unknown', final: false };
  const { policy, letter } = rendered;
  const { ticketId } = row.entry;
  const text = ticketId
    ? await withOpenLinks(deps, { tenantId, ticketId }, letter.text)
    : letter.text;
  const sender = { name: policy.pack.name[row.entry.locale], address: deps.from };
  const settled = await deps.transport.deliver(mailOf(row.entry, { ...letter, text }, sender));
  return settled.sent && ticketId !== null && row.entry.kind === 'request_handed_over'
    ? arrivedWith(deps, { tenantId, ticketId })
    : settled;
}

/** The mailbox has it, and so the official channel. What was not written down is sent again, as the same mail. */
async function arrivedWith(deps: SendDeps, place: TicketPlace): Promise<Settled> {
  try {
    await confirmArrival(deps, place, 'letter');
    return { sent: true };
  } catch (error) {
    deps.log.warn({ fault: faultOf(error) }, 'arrival not written down');
    return { sent: false, code: 'fault', final: false };
  }
}
