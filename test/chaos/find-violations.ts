import type { Connection } from '#server/db/connect.ts';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { probeKind } from '#test/chaos/probe.ts';
import { lifeAgainst } from '#test/chaos/life-against.ts';
import type { ChaosRecord } from '#test/chaos/record.ts';
import type { ReceivedMail } from '#test/support/mailbox.ts';

/** Holds what is stored and sent against what was acknowledged; each sentence is a broken promise. */
export async function findViolations(
  { db, client }: Pick<Connection, 'db' | 'client'>,
  tenantId: string,
  record: ChaosRecord,
  mails: readonly ReceivedMail[],
): Promise<string[]> {
  const values = async <Row>(text: string, parameters: string[] = [tenantId]) =>
    [...(await client.unsafe(text, parameters))] as Row[];
  const stored = await values<{ key: string; id: string; number: number; opened: number }>(
    `select k.key, t.id, t.number, (select count(*)::int from ticket_events e
       where e.tenant_id = t.tenant_id and e.ticket_id = t.id and e.kind = 'opened') as opened
     from tickets t left join idempotency_keys k
       on k.tenant_id = t.tenant_id and k.ticket_id = t.id and k.message_id =
         (select m.id from messages m where m.tenant_id = t.tenant_id and m.ticket_id = t.id
          and m.kind = 'request')
     where t.tenant_id = $1 order by t.number`,
  );
  const said = await values<{ text: string; times: number }>(
    `select text, count(*)::int as times from messages
     where tenant_id = $1 and text like 'Слова %' group by text`,
  );
  const timers = await values<{ subject: string; generation: number; state: string }>(
    `select subject_id as subject, generation, state from timers
     where tenant_id = $1 and kind = $2`,
    [tenantId, probeKind],
  );
  const effects = await values<{ subject: string; generation: number; times: number }>(
    `select subject_id as subject, generation, count(*)::int as times
     from chaos_effects group by 1, 2`,
    [],
  );
  const letters = await values<{ id: number; state: string }>(
    'select id, state from outbox where tenant_id = $1',
  );
  const acknowledgements = await values<{ tickets: number; letters: number }>(
    `select count(distinct ticket_id)::int as tickets, count(*)::int as letters from outbox
     where tenant_id = $1 and kind = 'ticket_opened'`,
  );
  const chain = await verifyChain(db, tenantId);
  return [
    ...ticketsAgainst(record, stored),
    ...wordsAgainst(record, said),
    ...timersAgainst(record, timers, effects),
    ...lettersAgainst(letters, mails),
    ...acknowledgements
      .filter(({ tickets, letters: sent }) => tickets !== stored.length || sent !== stored.length)
      .map(({ letters: sent }) => `${sent} acknowledgements for ${stored.length} tickets`),
    ...(await lifeAgainst({ client }, tenantId, Date.now())),
    ...(chain.brokenAt === null ? [] : [`chain: broken at event ${chain.brokenAt}`]),
  ];
}

function ticketsAgainst(
  record: ChaosRecord,
  stored: readonly { key: string; id: string; number: number; opened: number }[],
): string[] {
  const byKey = new Map(stored.map((ticket) => [ticket.key, ticket]));
  const lost = [...record.tickets].flatMap(([key, answers]) =>
    answers.flatMap(({ id, number }) => {
      const ticket = byKey.get(key);
      if (!ticket) return [`ticket ${number}: acknowledged and lost`];
      const same = ticket.id === id && number.endsWith(`-${ticket.number}`);
      return same ? [] : [`ticket ${number}: another answer to the same key`];
    }),
  );
  return [
    ...lost,
    ...(byKey.size === stored.length ? [] : ['tickets: one submission made two']),
    ...stored.flatMap(({ number }, place) =>
      number === place + 1 ? [] : [`ticket ${number}: number ${place + 1} is missing before it`],
    ),
    ...stored.flatMap(({ number, opened }) =>
      opened === 1 ? [] : [`ticket ${number}: opened ${opened} times`],
    ),
  ];
}

function wordsAgainst(
  record: ChaosRecord,
  said: readonly { text: string; times: number }[],
): string[] {
  const known = new Set(said.map(({ text }) => text));
  return [
    ...record.words.filter((text) => !known.has(text)).map((text) => `${text}: acknowledged, lost`),
    ...said.filter(({ times }) => times > 1).map(({ text, times }) => `${text}: ${times} times`),
  ];
}

function timersAgainst(
  record: ChaosRecord,
  timers: readonly { subject: string; generation: number; state: string }[],
  effects: readonly { subject: string; generation: number; times: number }[],
): string[] {
  const known = new Set(timers.map(({ subject }) => subject));
  const fired = new Set(effects.map(({ subject, generation }) => `${subject} ${generation}`));
  return [
    ...record.armed.filter((subject) => !known.has(subject)).map((it) => `timer ${it}: lost`),
    ...effects
      .filter(({ times }) => times > 1)
      .map(({ subject, times }) => `timer ${subject}: fired ${times} times`),
    ...timers
      .filter(({ subject, generation }) => !fired.has(`${subject} ${generation}`))
      .map(({ subject, state }) => `timer ${subject}: ${state} without its effect`),
  ];
}

/** A repeat is allowed where it is the same mail: whoever gets it sees one. */
function lettersAgainst(
  letters: readonly { id: number; state: string }[],
  mails: readonly ReceivedMail[],
): string[] {
  const versions = new Map<string, Set<string>>();
  for (const mail of mails) {
    const id = mail.header('Message-ID') ?? 'none';
    versions.set(id, (versions.get(id) ?? new Set()).add(mail.raw));
  }
  return [
    ...letters
      .filter(({ state }) => state !== 'sent')
      .map(({ id, state }) => `letter ${id}: ${state}`),
    ...(versions.size === letters.length
      ? []
      : [`letters: ${letters.length} written, ${versions.size} arrived`]),
    ...[...versions]
      .filter(([, texts]) => texts.size > 1)
      .map(([id]) => `letter ${id}: repeated as another mail`),
  ];
}
