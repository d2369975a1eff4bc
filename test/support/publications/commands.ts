import fc from 'fast-check';
import { expect } from 'vitest';
import type { AnnounceBody } from '#shared/wire/announcements.ts';
import { addAdvisory } from '#server/features/advisories/write-advisory.ts';
import { publishAdvisory } from '#server/features/advisories/publish-advisory.ts';
import { announce } from '#server/features/announcements/announce.ts';
import { changeRelease } from '#server/features/releases/publish-release.ts';
import { planWave } from '#server/features/surveys/plan-wave.ts';
import { surveyOptOuts } from '#server/features/surveys/surveys.table.ts';
import type { Account } from '#test/support/publications/people.ts';
import { digestOf } from '#test/support/publications/people.ts';
import { work, type Death } from '#test/support/publications/worker.ts';
import { observe, shipper, teller, type World } from '#test/support/publications/world.ts';

type Command = fc.AsyncCommand<object, World>;

const command = (told: string, run: (world: World) => Promise<void>): Command => ({
  check: () => true,
  run: async (_, world) => {
    await run(world);
    await findOutages(world);
    observe(world);
  },
  toString: () => told,
});

const words = (title: string) => ({ title, text: `${title}.` });
const texts = { ru: words('Новость'), uz: words('Yangilik'), en: words('News') };
const valueOf = <Value>(
  done: { ok: true; value: Value } | { ok: false; failure: unknown },
): Value => {
  expect(done).toMatchObject({ ok: true });
  return (done as { value: Value }).value;
};

/** News for everybody or for a plan, sent in twice as a client does that had no answer. */
const announcing = (plan: 'pro' | null, later: number, key: string) =>
  command(`announce ${plan ?? 'to all'} in ${later} min, ${key}`, async (world) => {
    const { deps, agent } = world;
    const body: AnnounceBody = {
      kind: 'update',
      texts,
      audience: plan === null ? { kind: 'all' } : { kind: 'plan', plan },
      ...(later > 0 && { publishAt: new Date(deps.now() + later * 60_000).toISOString() }),
    };
    const send = () => announce(deps, teller, agent, body, `${key} ${JSON.stringify(body)}`);
    const [id, again] = [valueOf(await send()), valueOf(await send())];
    expect(again).toBe(id);
    const concerns = (one: Account) =>
      !one.listed && one.proven && (plan === null || one.plan === plan);
    world.publish(id, 'announcement', concerns);
  });

/** A vulnerability of versions before 1.5, published by two agents at once. */
const advising = command('publish an advisory', async (world) => {
  const { deps, agent } = world;
  const draft = {
    product: 'main',
    severity: 'critical',
    affectedFrom: null,
    fixedIn: '1.5.0',
    texts,
  } as const;
  const id = valueOf(await addAdvisory(deps, teller, agent, draft, deps.ids.next('key')));
  const publish = () => publishAdvisory(deps, { tenantId: teller, id }, agent, undefined);
  for (const done of await Promise.all([publish(), publish()])) valueOf(done);
  const concerns = ({ proven, contract, version }: Account) =>
    proven && contract !== null && (version === null || version === '1.4.0');
  world.publish(id, 'announcement', concerns);
});

const asking = command('plan a wave of surveys', async (world) => {
  const { deps, agent } = world;
  const body = { samplePercent: 100, repeats: null };
  const id = valueOf(await planWave(deps, teller, agent, body, deps.ids.next('key')));
  const concerns = (one: Account) => !one.listed && one.proven && !world.optedOut.has(one.mailbox);
  world.publish(id, 'wave', concerns);
});

const shipping = command('let the version come out', async ({ deps, agent, rows }) => {
  const [release] = await rows.database.client.unsafe<{ id: string }[]>('select id from releases');
  const place = { tenantId: shipper, id: release?.id ?? '' };
  const publish = () => changeRelease(deps, place, { act: 'publish' }, agent, undefined);
  for (const done of await Promise.all([publish(), publish()])) valueOf(done);
});

const platform = (works: boolean) =>
  command(`the platform ${works ? 'works' : 'fails'}`, async (world) => {
    world.platform.works = works;
  });

/** What the watch has announced by itself meanwhile concerns everybody. */
async function findOutages(world: World): Promise<void> {
  const found = await world.rows.database.client.unsafe<{ id: string }[]>(
    `select id from announcements where kind = 'outage'`,
  );
  for (const { id } of found) world.publish(id, 'announcement', (one) => !one.listed && one.proven);
}

/** Somebody's address is proven, or no more; or their plan changes. */
const changing = (place: number, what: 'address' | 'plan') =>
  command(`the ${what} of account ${place} changes`, async ({ accounts, rows }) => {
    const one = accounts.filter(({ listed }) => !listed)[place];
    if (!one) return;
    if (what === 'address') one.proven = !one.proven;
    else one.plan = one.plan === null ? 'pro' : null;
    await rows.database.client.unsafe(
      `update requesters set email_verified = $2, plan = $3 where tenant_id = '${teller}' and id = $1`,
      [one.id, one.proven, one.plan],
    );
  });

const leaving = (place: number) =>
  command(`account ${place} wants no more surveys`, async ({ accounts, rows, deps, optedOut }) => {
    const one = accounts[place];
    if (!one) return;
    optedOut.add(one.mailbox);
    const row = { tenantId: teller, contactSha256: digestOf(one), at: new Date(deps.now()) };
    await rows.database.db.insert(surveyOptOuts).values(row).onConflictDoNothing();
  });

const passing = (minutes: number) =>
  command(`${minutes} min pass`, async (world) => world.pass(minutes));

const working = (...deaths: (Death | undefined)[]) =>
  command(`work ${JSON.stringify(deaths)}`, async (world) => {
    await Promise.all(deaths.map((death) => work(world, death)));
  });

const someDeath: fc.Arbitrary<Death | undefined> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.constant('piece' as const),
      piece: fc.integer({ min: 1, max: 60 }),
      arrives: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      at: fc.constant('mail' as const),
      mail: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** Little more than news and workers that die of it. */
export const newsAndDeaths: readonly fc.Arbitrary<Command>[] = [
  fc.constantFrom('a', 'b').map((key) => announcing(null, 0, key)),
  fc.tuple(someDeath, someDeath).map((deaths) => working(...deaths)),
];

/** Everything that may happen around publications. */
export const anyCommand: readonly fc.Arbitrary<Command>[] = [
  fc
    .tuple(
      fc.constantFrom('pro' as const, null),
      fc.constantFrom(0, 0, 5),
      fc.constantFrom('a', 'b'),
    )
    .map((asked) => announcing(...asked)),
  fc.constant(advising),
  fc.constant(asking),
  fc.constant(shipping),
  fc.boolean().map(platform),
  fc
    .tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom('address' as const, 'plan' as const))
    .map((asked) => changing(...asked)),
  fc.integer({ min: 0, max: 8 }).map(leaving),
  fc.constantFrom(1, 2, 5).map(passing),
  someDeath.map((death) => working(death)),
  someDeath.map((death) => working(death)),
  fc.tuple(someDeath, someDeath).map((deaths) => working(...deaths)),
  fc.tuple(someDeath, someDeath).map((deaths) => working(...deaths)),
];
