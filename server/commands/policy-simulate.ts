import { type Locale, locales } from '#shared/vocabulary.ts';
import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { readEditions } from '#server/commands/read-editions.ts';
import { simulationJson, simulationLines } from '#server/commands/simulation-lines.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import type { Config } from '#server/config.ts';
import type { Database } from '#server/db/connect.ts';
import { calendarsInForce } from '#server/features/calendars/calendars-in-force.ts';
import { loadPolicies } from '#server/features/policies/load-policies.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { simulateStored } from '#server/features/policies/simulate-stored.ts';
import { dayMs, parseDate } from '#server/policy/time/local-date.ts';

/** What `policy simulate` may be told by flags. */
export interface SimulateOptions {
  /** First day of the receipts that are meant, in the vendor's zone. */
  readonly since?: string;
  /** The day before which they end; now where it is left out. */
  readonly until?: string;
  /** How many changed tickets are shown. */
  readonly examples?: string | number;
  /** Folder in the place of CALENDAR_DIR for the new edition. */
  readonly withCalendar?: string;
  readonly lang?: string;
  readonly json?: boolean;
}

interface Asked {
  readonly name: string;
  readonly since: string;
  readonly until: string | undefined;
  readonly examples: number;
  readonly withCalendar: string | undefined;
  readonly locale: Locale;
  readonly json: boolean;
}

/**
 * `reglament policy simulate NEW --since DAY`: what another edition would have decided on stored
 * tickets. Changes nothing.
 */
export async function policySimulate(
  env: Environment,
  names: readonly string[],
  options: SimulateOptions,
  now: () => number,
): Promise<number> {
  const { since, until, lang = 'ru', examples = 10, withCalendar, json = false } = options;
  const [name] = names;
  const locale = locales.find((one) => one === lang);
  const days = [since, until].filter((day) => day !== undefined);
  const count = Number(examples);
  if (!name || names.length > 1 || !since || !locale || !(Number.isInteger(count) && count >= 0)) {
    return misuse('Say `policy simulate NEW --since 2026-01-01`; NEW is a file or vendor@edition.');
  }
  if (days.some((day) => parseDate(day) === undefined || day < '1900' || day >= '2500')) {
    return misuse('--since and --until are days such as 2026-01-01.');
  }
  const asked = { name, since, until, examples: count, withCalendar, locale, json };
  return withDatabase(env, (db, config) => simulate(db, config, asked, now()));
}

async function simulate(db: Database, config: Config, asked: Asked, now: number): Promise<number> {
  const current = await calendarsInForce(db, config.CALENDAR_DIR);
  if (!current.ok) return refuse(...current.failure);
  const other = await calendarsInForce(db, asked.withCalendar ?? config.CALENDAR_DIR);
  if (!other.ok) return refuse(...other.failure);
  const loaded = await loadPolicies(config.POLICY_DIR, current.value.sources);
  if (!loaded.ok) return refuse(...loaded.failure);
  const sources = { policyDir: config.POLICY_DIR, calendars: other.value.sources };
  const read = await readEditions(sources, [asked.name], now);
  if (!read.ok) return refuse(...read.failure);
  const [next] = read.value;
  if (!next) throw new Error('a name gave no edition');

  const startOf = (day: string) => next.zone.toInstant((parseDate(day) ?? 0) * dayMs);
  const since = new Date(startOf(asked.since));
  const until = new Date(asked.until === undefined ? now : startOf(asked.until));
  const registry = policyRegistry(loaded.value.map(({ policy }) => policy));
  const own = (edition: string) => registry.edition(next.pack.vendor, edition);
  const summary = await simulateStored(db, { next, own, now }, { since, until }, asked.examples);
  if (asked.json) console.log(JSON.stringify(simulationJson(next, summary)));
  else
    for (const line of simulationLines(asked.locale, { next, own, now }, summary))
      console.log(line);
  return 0;
}
