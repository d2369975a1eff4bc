import { deliverAnnouncements } from '#server/features/announcements/deliver-announcements.ts';
import { demoAgent } from '#server/demo/seed.ts';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import type { Mail } from '#server/features/outbox/mail.ts';
import { shipReleases } from '#server/features/releases/ship-releases.ts';
import { sendSurveyWaves } from '#server/features/surveys/send-survey-waves.ts';
import { timerHandlers } from '#server/jobs/timer-handlers.ts';
import type { TimerHandlers } from '#server/jobs/timer-handler.ts';
import type { OpenedTicket, rowDesk } from '#test/support/row-desk.ts';
import { anybody, digestOf, rowsOf, type Account } from '#test/support/publications/people.ts';

export const start = '2026-11-20T08:00:00Z';
/** Tells its customers of everything but versions, which the other one ships. */
export const teller = 'modme';
export const shipper = 'technokad';
const minuteMs = 60_000;

/** Something that was published, and whom it concerned meanwhile. */
export interface Publication {
  readonly id: string;
  readonly kind: 'announcement' | 'wave';
  readonly concerns: (account: Account) => boolean;
  /** Accounts that it has concerned at every moment since. */
  always: ReadonlySet<string>;
  /** Mailboxes that it has concerned at any. */
  readonly ever: Set<string>;
}

/** What a server does when a deadline comes. @param steady a database that stays when the worker dies */
export type Handlers = (deps: Deps, steady: Database) => TimerHandlers;

/** As the server has them; a batch is small here, so that everything takes several. */
export const smallBatches: Handlers = (deps) => ({
  ...timerHandlers(deps),
  'announcement.deliver': deliverAnnouncements(4),
  'survey_wave.send': sendSurveyWaves(deps, 3),
  'release.ship': shipReleases(deps, 2),
});

/** The desk of two vendors, and everything that happens around it. */
export type World = Awaited<ReturnType<typeof emptyWorld>>;

async function emptyWorld(rows: Awaited<ReturnType<typeof rowDesk>>, handlers: Handlers) {
  const { database, clock, server } = rows;
  await rows.at(start);
  await database.client.unsafe(
    `truncate tickets, ticket_events, messages, incidents, checks, probes, timers, idempotency_keys,
       requesters, outbox, announcements, announcement_deliveries, advisories, surveys, survey_waves,
       survey_opt_outs, releases, release_waiters, contract_portals, contract_contacts cascade;
     update ticket_counters set last_seq = 0, chain_head = decode(repeat('00', 32), 'hex')`,
  );
  const accounts = anybody();
  await database.client.unsafe(rowsOf(teller, accounts));
  const published: Publication[] = [];
  const optedOut = new Set<string>();
  return {
    rows,
    handlers,
    deps: server.deps,
    agent: demoAgent,
    accounts,
    published,
    /** Mailboxes whose readers want no more surveys. */
    optedOut,
    /** As mail servers took them, repeats included. */
    mails: [] as Mail[],
    /** Tickets that wait for the version that comes out. */
    waiting: [] as OpenedTicket[],
    platform: { works: true },
    /** What ends workers that have died. */
    leftovers: [] as Promise<unknown>[],
    pass: (minutes: number) => clock.set(new Date(clock.now() + minutes * minuteMs).toISOString()),
    publish: (id: string, kind: Publication['kind'], concerns: Publication['concerns']) => {
      if (published.some((one) => one.id === id)) return;
      const now = accounts.filter(concerns);
      const always = new Set(now.map((one) => one.id));
      published.push({ id, kind, concerns, always, ever: new Set(now.map(digestOf)) });
    },
  };
}

/** A world with a check that customers hear of, and tickets that wait for a version. */
export async function begin(
  rows: Awaited<ReturnType<typeof rowDesk>>,
  handlers: Handlers,
): Promise<World> {
  const world = await emptyWorld(rows, handlers);
  await rows.post(teller, '/checks', {
    name: 'Оплата',
    url: 'https://pay.example.org/',
    everyMinutes: 1,
    notifyAffected: true,
  });
  await rows.post(shipper, '/releases', { version: '7.2.0', plannedOn: '2026-12-15' });
  for (let ticket = 0; ticket < 3; ticket += 1) {
    const opened = await rows.open(shipper, 'error');
    const plan = {
      act: 'plan_release',
      on: '2026-12-15',
      version: '7.2',
      text: 'Исправим.',
    } as const;
    await rows.done(opened, plan);
    world.waiting.push(opened);
  }
  return world;
}

/** Takes down whom every publication concerns now. */
export function observe({ published, accounts }: World): void {
  for (const one of published) {
    const now = accounts.filter(one.concerns);
    const ids = new Set(now.map(({ id }) => id));
    one.always = new Set([...one.always].filter((id) => ids.has(id)));
    for (const account of now) one.ever.add(digestOf(account));
  }
}
