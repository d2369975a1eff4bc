import { duration, type Duration } from '#shared/wire/decision.ts';
import type { Environment } from '#server/cli.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { saveContract } from '#server/features/organisations/save-contract.ts';
import { tenantExists } from '#server/features/tenants/tenants.repository.ts';
import { systemIds } from '#server/ids.ts';
import { parseDate } from '#server/policy/time/local-date.ts';

interface Options {
  readonly vendor?: string;
  readonly organisation?: string;
  readonly plan?: string;
  readonly level?: string;
  readonly from?: string;
  readonly until?: string;
  readonly firstResponse?: string;
}

const usage =
  'Say `contracts set NUMBER --vendor VENDOR --organisation NAME --from DAY`, with --until, --plan, --level and --first-response where the contract has them.';

/** `reglament contracts set NUMBER …`: what a customer has agreed with a vendor. */
export async function contractsCommand(
  env: Environment,
  action: string,
  number: string,
  { vendor, organisation, plan, level, from, until, firstResponse }: Options,
): Promise<number> {
  if (action !== 'set' || !vendor || !organisation || !from) return misuse(usage);
  if ([from, until].some((day) => day !== undefined && parseDate(day) === undefined)) {
    return misuse('A day is written like 2026-12-01.');
  }
  const term = firstResponse === undefined ? null : termOf(firstResponse);
  if (term === undefined) return misuse('--first-response is a term such as 4h, 30m or 1d.');
  return withDatabase(env, async (db) => {
    if (!(await tenantExists(db, vendor))) return refuse(`There is no vendor ${vendor}.`);
    const contract = {
      tenantId: vendor,
      number: String(number),
      organisation,
      plan: plan ?? null,
      level: level ?? null,
      validFrom: from,
      validUntil: until ?? null,
      firstResponse: term,
    };
    await saveContract(db, contract, () => systemIds.next('org'));
    console.log(`Contract ${number} of ${organisation} is on record for ${vendor}.`);
    return 0;
  });
}

const units = { d: 'businessDay', h: 'businessHour', m: 'businessMinute' } as const;

/** Working days, hours or minutes: `1d`, `4h`, `30m`. */
function termOf(text: string): Duration | undefined {
  const [, value, unit] = /^(\d{1,4})([dhm])$/.exec(text) ?? [];
  const term = { value: Number(value), unit: units[unit as keyof typeof units] };
  return duration.safeParse(term).data;
}
