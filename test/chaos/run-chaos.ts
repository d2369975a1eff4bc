import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, type Connection } from '#server/db/connect.ts';
import { readPostmasterFile } from '#server/db/embedded/postmaster-file.ts';
import { socketUrl } from '#server/db/embedded/probe.ts';
import { openStateFolder, type StateFolder } from '#server/db/embedded/state-folder.ts';
import { armUntil } from '#test/chaos/arm-probes.ts';
import { findViolations } from '#test/chaos/find-violations.ts';
import { hastyVendor as vendor, writeHastyPack } from '#test/chaos/hasty-pack.ts';
import { letIn } from '#test/chaos/let-in.ts';
import { workUntil } from '#test/chaos/people.ts';
import { probesDone, probeTable } from '#test/chaos/probe.ts';
import { acknowledged, emptyRecord, requestsTaken, type ChaosRecord } from '#test/chaos/record.ts';
import { victimOf, type Victim } from '#test/chaos/victim.ts';
import { makeDataFolder } from '#test/support/data-folder.ts';
import { diceOf, type Dice } from '#test/support/dice.ts';
import { openMailbox } from '#test/support/mailbox.ts';
import { root } from '#test/support/sources.ts';

export interface Chaos {
  readonly kills: number;
  readonly seed: number;
  /** Which promise the server under test breaks on purpose. */
  readonly broken?: 'writer' | 'timers';
}

export interface ChaosReport {
  readonly violations: readonly string[];
  readonly tickets: number;
  readonly words: number;
  readonly timers: number;
  readonly letters: number;
  /** Mails that arrived once more, as the same mail. */
  readonly repeats: number;
  /** Acts of agents that were acknowledged, by name. */
  readonly acts: Readonly<Record<string, number>>;
  readonly refusals: readonly string[];
}

const people = 4;
/** How long a server gets for its share of work, milliseconds. */
const workWithinMs = 10_000;
/** What the last server gets to do all that is due, milliseconds. */
const settleWithinMs = 60_000;

/**
 * Kills a server while requests, answers, deadlines and letters flow, a moment after it has taken a request or has
 * done what a deadline calls for, which is when one that says so too early has most to lose; every fourth time its
 * database with it. Then lets a last one finish and looks for broken promises.
 */
export async function runChaos({ kills, seed, broken }: Chaos): Promise<ChaosReport> {
  const dice = diceOf(seed);
  const dataDir = makeDataFolder();
  const policyDir = mkdtempSync(join(tmpdir(), 'reglament-packs-'));
  writeHastyPack(policyDir);
  const sweeper = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/support/state-sweeper.ts', dataDir, dataDir],
    { cwd: root, stdio: ['pipe', 'inherit', 'inherit'], detached: true },
  );
  const swept = new Promise((resolve) => sweeper.once('exit', resolve));
  const mailbox = await openMailbox();
  const env = {
    DATA_DIR: dataDir,
    POLICY_DIR: policyDir,
    DEMO: '0',
    LOG_LEVEL: 'error',
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'support@desk.example',
    MAIL_LEASE_SECONDS: '2',
    ...(broken ? { CHAOS_BREAK: broken } : {}),
  };
  const victim = await victimOf(env);
  const record = emptyRecord();
  const ending = new AbortController();
  let connection: Connection | undefined;
  try {
    await victim.start();
    const access = await letIn(victim.url, vendor, env);
    const state = openStateFolder(dataDir);
    if (!state.ok) throw new Error('no data folder');
    const { db, client } = (connection = connect({ url: socketUrl(state.value), poolSize: 2 }));
    await client.unsafe(probeTable);
    const work = [
      ...Array.from({ length: people }, (_, person) =>
        workUntil(ending.signal, access, record, diceOf(seed + person)),
      ),
      armUntil(ending.signal, db, vendor, record, diceOf(seed - 1)),
    ];
    // the database may be away
    const done = () => probesDone(client).catch(() => -1);
    for (let kill = 0; kill < kills; kill += 1)
      await killOnce(victim, state.value, record, dice, kill % 2 ? done : requestsTaken);
    ending.abort();
    await Promise.all(work);
    await settled(connection, settleWithinMs);
    const violations = await findViolations(connection, vendor, record, mailbox.mails);
    const ids = new Set(mailbox.mails.map((mail) => mail.header('Message-ID')));
    return {
      violations,
      tickets: record.tickets.size,
      words: record.words.length,
      timers: record.armed.length,
      letters: ids.size,
      repeats: mailbox.mails.length - ids.size,
      acts: Object.fromEntries(record.acts),
      refusals: record.refusals,
    };
  } finally {
    ending.abort();
    await connection?.close();
    await victim.stop();
    sweeper.stdin.end();
    await swept;
    await mailbox.close();
    rmSync(policyDir, { recursive: true });
  }
}

/** Lets some be done, then kills in the middle of more: just when there is one more of what is counted. */
async function killOnce(
  victim: Victim,
  state: StateFolder,
  record: ChaosRecord,
  dice: Dice,
  counted: (record: ChaosRecord) => number | Promise<number>,
): Promise<void> {
  const enough = acknowledged(record) + dice.whole(5, 40);
  const until = Date.now() + workWithinMs;
  while (acknowledged(record) < enough && Date.now() < until) await pause(5);
  const before = await counted(record);
  while ((await counted(record)) === before && Date.now() < until + workWithinMs) await pause(1);
  await pause(dice.whole(0, 50));
  const postmaster = dice.chance(0.25) ? readPostmasterFile(state)?.pid : undefined;
  const gone = victim.kill();
  if (postmaster) process.kill(postmaster, 'SIGKILL');
  await gone;
  await victim.start();
}

/** Waits until nothing is due, nor soon, and no letter waits. */
async function settled({ client }: Connection, withinMs: number): Promise<void> {
  const until = Date.now() + withinMs;
  const left = async () => {
    const [row] = await client.unsafe<{ left: number }[]>(
      `select (select count(*) from timers where state = 'armed' and fire_at <= now() + interval '10 s')::int
         + (select count(*) from outbox where state = 'waiting')::int as left`,
    );
    return row?.left ?? 0;
  };
  while (Date.now() < until && (await left().catch(() => 1)) > 0) await pause(100);
}
