import { agentRoles } from '#shared/people.ts';
import type { Environment } from '#server/cli.ts';
import { asList, misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { publicUrlOf } from '#server/config.ts';
import { desksOf, saveAgent } from '#server/features/agents/agents.repository.ts';
import { createSignInToken } from '#server/features/agents/sign-in.ts';
import { tenantExists } from '#server/features/tenants/tenants.repository.ts';
import { systemIds } from '#server/ids.ts';

interface Options {
  readonly vendor?: string | string[];
  readonly name?: string;
  readonly role?: string;
}

/** `reglament agents add ID --vendor V --name N [--role R]`, `reglament agents link ID`. Both print a sign-in link. */
export async function agentsCommand(
  env: Environment,
  action: string,
  id: string,
  { vendor, name, role }: Options,
): Promise<number> {
  if (action !== 'add' && action !== 'link') return misuse('Say `agents add` or `agents link`.');
  const vendors = asList(vendor);
  if (action === 'add' && (vendors.length === 0 || !name)) {
    return misuse('`agents add` needs --vendor and --name.');
  }
  const known = agentRoles.find((one) => one === role);
  if (role !== undefined && !known) return misuse(`--role is one of ${agentRoles.join(', ')}.`);
  return withDatabase(env, async (db, config) => {
    for (const tenantId of vendors) {
      if (!(await tenantExists(db, tenantId))) return refuse(`There is no vendor ${tenantId}.`);
      await saveAgent(db, { tenantId, id, name: name ?? id, ...(known ? { role: known } : {}) });
    }
    if ((await desksOf(db, id)).length === 0) return refuse(`There is no agent ${id}.`);
    const token = await createSignInToken({ db, ids: systemIds, now: Date.now }, id);
    console.log(`${publicUrlOf(config)}/desk#token=${token}`);
    return 0;
  });
}
