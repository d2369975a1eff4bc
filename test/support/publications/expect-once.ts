import { expect } from 'vitest';
import { verifyChain } from '#server/features/event-log/verify-chain.ts';
import { contactDigest } from '#server/features/contacts/contacts.repository.ts';
import { digestOf } from '#test/support/publications/people.ts';
import { shipper, teller, type Publication, type World } from '#test/support/publications/world.ts';

interface Delivery {
  readonly publication: string;
  readonly digest: string;
  readonly letter: number;
  readonly recipient: string;
}

interface Told {
  readonly publication: string;
  readonly contact: string;
}

/** Everybody whom a publication concerned all the time was told of it once, and nobody else was. */
export async function expectOnce(world: World): Promise<void> {
  const { client, db } = world.rows.database;
  const deliveries = await client.unsafe<Delivery[]>(
    `select d.announcement_id as publication, d.contact_sha256 as digest, o.id as letter, o.recipient
     from announcement_deliveries d join outbox o on (o.tenant_id, o.id) = (d.tenant_id, d.outbox_id)`,
  );
  const log = deliveries.map((one) => ({ ...one, contact: contactDigest(one.recipient) }));
  const asked = await client.unsafe<Told[]>(
    `select wave_id as publication, contact_sha256 as contact from surveys where wave_id is not null`,
  );
  for (const one of world.published) expectTold(world, one, one.kind === 'wave' ? asked : log);
  expect(log.filter(({ digest, contact }) => digest !== contact)).toEqual([]);
  await expectLettersOf(
    world,
    log.map(({ letter }) => Number(letter)),
    asked.length,
  );
  await expectShipped(world);
  const unfinished = await client.unsafe(
    `select id from announcements where delivered_at is null
     union all select id from survey_waves where sent_at is null`,
  );
  expect(unfinished).toEqual([]);
  for (const vendor of [teller, shipper])
    expect(await verifyChain(db, vendor)).toMatchObject({ brokenAt: null });
}

function expectTold({ accounts }: World, one: Publication, log: readonly Told[]): void {
  const told = log
    .filter(({ publication }) => publication === one.id)
    .map(({ contact }) => contact);
  const owed = accounts.filter(({ id }) => one.always.has(id)).map(digestOf);

  expect(told.length, 'each mailbox once').toBe(new Set(told).size);
  expect(
    owed.filter((contact) => !told.includes(contact)),
    'nobody is left out',
  ).toEqual([]);
  expect(
    told.filter((contact) => !one.ever.has(contact)),
    'nobody else',
  ).toEqual([]);
}

/** One letter for each line of the logs; each went out, if twice then as the very same mail. */
async function expectLettersOf(
  { rows, mails }: World,
  announced: readonly number[],
  asked: number,
): Promise<void> {
  const letters = await rows.database.client.unsafe<{ id: number; kind: string; state: string }[]>(
    `select id, kind, state from outbox where kind in ('announcement', 'survey', 'release_shipped')`,
  );
  const of = (kind: string) => letters.filter((letter) => letter.kind === kind);
  const kinds = new Map<string, string>();
  for (const mail of mails) {
    const first = kinds.get(mail.messageId) ?? JSON.stringify(mail);
    kinds.set(mail.messageId, first);
    expect(JSON.stringify(mail), 'the same mail again').toBe(first);
  }

  expect(
    of('announcement')
      .map(({ id }) => Number(id))
      .toSorted((a, b) => a - b),
  ).toEqual(announced.toSorted((a, b) => a - b));
  expect(of('survey')).toHaveLength(asked);
  expect(letters.filter(({ state }) => state !== 'sent')).toEqual([]);
  const [all] = await rows.database.client.unsafe<{ amount: number }[]>(
    'select count(*)::int as amount from outbox',
  );
  expect(kinds.size, 'one Message-ID a letter').toBe(all?.amount);
}

/** Whoever waited for a version that is out was told of it once, and waits no more. */
async function expectShipped({ rows, waiting }: World): Promise<void> {
  const { client } = rows.database;
  const [release] = await client.unsafe<{ out: boolean; told: boolean }[]>(
    'select released_on is not null as out, told_at is not null as told from releases',
  );
  const told = await client.unsafe<{ ticket_id: string }[]>(
    `select ticket_id from outbox where kind = 'release_shipped' order by ticket_id`,
  );
  const statuses = await client.unsafe<{ status: string }[]>(
    `select distinct status from tickets where tenant_id = '${shipper}'`,
  );
  const owed = release?.out ? waiting.map(({ id }) => id).toSorted() : [];

  expect(told.map((one) => one.ticket_id)).toEqual(owed);
  expect(release?.told).toBe(release?.out);
  expect(statuses).toEqual([{ status: release?.out ? 'in_progress' : 'waiting_release' }]);
}
