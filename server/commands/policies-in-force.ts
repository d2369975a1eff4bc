import { type Result, succeed } from '#shared/result.ts';
import type { Config } from '#server/config.ts';
import type { Database } from '#server/db/connect.ts';
import { loadCalendarFiles } from '#server/features/calendars/calendar-files.ts';
import { withImports } from '#server/features/calendars/calendars-in-force.ts';
import { importsInForce } from '#server/features/calendars/calendars.repository.ts';
import { loadPolicies } from '#server/features/policies/load-policies.ts';
import { policyRegistry, type PolicyRegistry } from '#server/features/policies/policy-registry.ts';
import { readPublications } from '#server/features/policies/publications.ts';

/** The policies as a server with this database and configuration would have them; its files alone without one. */
export async function policiesInForce(
  db: Database | undefined,
  { POLICY_DIR, CALENDAR_DIR }: Config,
): Promise<Result<PolicyRegistry, string[]>> {
  const files = await loadCalendarFiles(CALENDAR_DIR);
  if (!files.ok) return files;
  const { sources } = withImports(files.value, db ? await importsInForce(db) : []);
  const loaded = await loadPolicies(POLICY_DIR, sources);
  if (!loaded.ok) return loaded;
  const publications = db ? await readPublications(db) : undefined;
  return succeed(
    policyRegistry(
      loaded.value.map(({ policy }) => policy),
      publications,
    ),
  );
}
