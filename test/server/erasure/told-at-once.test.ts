import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnnouncementView } from '#shared/wire/announcements.ts';
import type { ReleaseDetail } from '#shared/wire/releases.ts';
import type { WaveView } from '#shared/wire/surveys.ts';
import { eraseAllOf } from '#server/features/erasure/erase-all-of.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import type { TimerKind } from '#server/jobs/timer-kinds.ts';
import { deskApi, requesterApi } from '#test/support/api.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { tablesHolding } from '#test/support/planted.ts';
import { testServer, type TestServer } from '#test/support/server.ts';

const vendor = 'modme';
let database: TestDatabase;
let server: TestServer;
let desk: Awaited<ReturnType<typeof deskApi>>;
beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  desk = await deskApi(server);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Somebody with a proven address and a ticket. */
async function person(sub: string) {
  const email = `${sub}@mark.example`;
  const claims = { sub, email, email_verified: true };
  const bearer = await server.signAsHost(vendor, claims);
  const { id: ticket } = await requesterApi(server, { bearer }).open();
  const [row] = await database.client.unsafe(
    'select requester_id as id from tickets where id = $1',
    [ticket],
  );
  return { email, ticket, requester: row?.['id'] as string };
}

const made = async <Made extends { readonly id: string }>(path: string, body: object) =>
  ((await (await desk.post(vendor, path, body)).json()) as Made).id;
const words = { title: 'Работы', text: 'Ночью.' };
const texts = { ru: words, uz: words, en: words };

const publications: readonly (readonly [TimerKind, (ticket: string) => Promise<string>])[] = [
  [
    'announcement.deliver',
    () =>
      made<AnnouncementView>('/announcements', {
        kind: 'update',
        texts,
        audience: { kind: 'all' },
      }),
  ],
  ['survey_wave.send', () => made<WaveView>('/survey-waves', { samplePercent: 100 })],
  [
    'release.ship',
    async (ticket) => {
      const version = '9.1.0';
      const id = await made<ReleaseDetail>('/releases', { version });
      await database.client.unsafe(
        'insert into release_waiters (tenant_id, release_id, ticket_id) values ($1, $2, $3)',
        [vendor, id, ticket],
      );
      await desk.post(vendor, `/releases/${id}/acts`, { act: 'publish' });
      return id;
    },
  ],
];

/** Resolves once something waits for a lock of another transaction. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const [row] = await database.client.unsafe(
      `select count(*)::int as waiting from pg_locks l join pg_stat_activity a using (pid)
       where not l.granted and a.datname = current_database()`,
    );
    if (row?.['waiting'] > 0) return;
    await new Promise((done) => setTimeout(done, 5));
  }
}

test.each(publications)(
  'a letter that is being written takes nobody along who is erased at that moment: %s',
  async (kind, publish) => {
    const { email, ticket, requester } = await person(kind.replace(/\W/g, '-'));
    const subjectId = await publish(ticket);
    const handler = timerHandlers(server.deps)[kind];
    const due = { tenantId: vendor, subjectId, generation: 1, dueAt: new Date() };
    const whose = { tenantId: vendor, requesterId: requester };
    const agent = { id: 'demo', name: 'Специалист 1' };
    let written = 0;
    let erased: Promise<unknown> = Promise.resolve();
    await server.deps.db.transaction(async (tx) => {
      await handler(tx, [due], new Date());
      written = await tx.$count(outbox, eq(outbox.recipient, email));
      erased = eraseAllOf(server.deps, whose, agent);
      await Promise.race([erased, someoneWaits()]);
    });

    expect(await erased).toMatchObject({ ok: true });
    expect(written).toBe(2);
    expect(await tablesHolding(database.client, email)).toEqual([]);
  },
);
