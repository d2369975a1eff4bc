import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Environment } from '#server/cli.ts';
import { findingLine, lintText } from '#server/commands/policy-lint.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import type { Config } from '#server/config.ts';
import type { Database } from '#server/db/connect.ts';
import { digestInHex, sha256 } from '#server/digest.ts';
import { loadCalendars } from '#server/features/calendars/calendar-files.ts';
import { loadPolicies } from '#server/features/policies/load-policies.ts';
import { parsePackText } from '#server/features/policies/pack-json.ts';
import { policyRegistry } from '#server/features/policies/policy-registry.ts';
import { publishEdition } from '#server/features/policies/publish-edition.ts';
import { readPublications } from '#server/features/policies/publications.ts';
import { isPublishable } from '#server/policy/lint.ts';
import { compilePolicy, type Policy, readPack } from '#server/policy/packs.ts';
import { whyUnread } from '#server/why-unread.ts';

/**
 * `reglament policy publish FILE`: puts an edition on record, from when on its file may not change.
 *
 * @param now epoch milliseconds: the instant of the publication
 * @returns 1 with the findings when it may not be published
 */
export async function policyPublish(
  env: Environment,
  files: readonly string[],
  now: () => number,
): Promise<number> {
  const [file] = files;
  if (file === undefined || files.length > 1) return misuse('Say `policy publish FILE`.');
  const text = await readFile(file, 'utf8').catch(whyUnreadable);
  if (typeof text !== 'string') return refuse(`${file}: ${text.why}.`);
  const calendarYears = await loadCalendars();
  const findings = lintText(text, { calendarYears, now: now() });
  if (!isPublishable(findings)) {
    const errors = findings.filter(({ level }) => level === 'error');
    return refuse(
      ...errors.map((finding) => findingLine(file, finding)),
      `${file} is not publishable.`,
    );
  }
  const read = readPack(parsePackText(text));
  if (!read.ok) throw new Error('a pack without findings could not be read');
  const { vendor, edition } = read.value;
  const name = `${vendor}.${edition}.json`;
  if (basename(file) !== name) return refuse(`${file} holds ${name}, and must be named so.`);
  const policy = compilePolicy(read.value, calendarYears);
  return withDatabase(env, (db, config) =>
    publish(db, config, { policy, sha256: sha256(text) }, new Date(now())),
  );
}

async function publish(
  db: Database,
  config: Config,
  { policy, sha256: digest }: { readonly policy: Policy; readonly sha256: string },
  at: Date,
): Promise<number> {
  const { vendor, edition } = policy.pack;
  const loaded = await loadPolicies(config.POLICY_DIR);
  if (!loaded.ok) return refuse(...loaded.failure);
  const published = await publishEdition(db, { vendor, edition, sha256: digest }, at);
  if (!published.ok) {
    const { publishedAt, sha256: other } = published.failure;
    return refuse(
      `${vendor} ${edition} was published ${publishedAt.toISOString()} as another file, SHA-256 ${digestInHex(other)}: give the changed text an edition of its own.`,
    );
  }
  const { publishedAt, sha256: kept, again } = published.value;
  console.log(
    `${vendor} ${edition} ${again ? 'was' : 'is'} published, ${publishedAt.toISOString()}, SHA-256 ${digestInHex(kept)}.`,
  );
  const others = loaded.value
    .map((one) => one.policy)
    .filter(({ pack }) => pack.vendor !== vendor || pack.edition !== edition);
  console.log(effectLine([...others, policy], policy, at.getTime(), await readPublications(db)));
  if (others.length === loaded.value.length) {
    console.log('Put the file into the folder of POLICY_DIR and start the server again.');
  }
  return 0;
}

function effectLine(
  policies: readonly Policy[],
  policy: Policy,
  at: number,
  publications: Parameters<typeof policyRegistry>[1],
): string {
  const standings = policyRegistry(policies, publications).standings(policy.pack.vendor, at);
  const standing = standings.find((one) => one.policy === policy);
  if (standing?.effect.state === 'later') {
    return `It holds from ${standing.effect.from} (clause ${standing.effect.clause}).`;
  }
  return standing?.inForce ? 'It is in force.' : 'A later edition is in force.';
}

const whyUnreadable = (error: unknown) => ({ why: whyUnread(error) });
