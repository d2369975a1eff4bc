import type { ContractView } from '#shared/wire/organisation.ts';
import type { Environment } from '#server/cli.ts';
import { refuse } from '#server/commands/print.ts';
import { withContracts } from '#server/commands/with-contracts.ts';
import { incompleteContracts } from '#server/features/organisations/incomplete-contracts.ts';

/** What a contract lacks, in a sentence. */
export const gapSentences: Readonly<Record<ContractView['gaps'][number]['code'], string>> = {
  contract_without_term: 'No term of the first response: nothing is promised to its requesters.',
  contract_without_email: 'No address of mail: the number of a request cannot be sent there.',
};

/** Contracts that are read at once. */
const pageSize = 200;

/** Names contracts that lack what the regulation leaves to them. Exit code 1 where there is one. */
export async function contractsCheck(
  env: Environment,
  vendor: string | undefined,
): Promise<number> {
  return withContracts(env, vendor, async (deps, name) => {
    const at = deps.now();
    const policy = deps.policies.inForce(name, at);
    if (!policy) return refuse(`There is no regulation of ${name}.`);
    let found = 0;
    let after: string | null | undefined;
    while (after !== null) {
      const asked = { after, limit: pageSize };
      const page = await incompleteContracts(deps.db, policy, at, asked);
      for (const { number, organisation, gaps } of page.contracts) {
        for (const { code, clause } of gaps) {
          console.log(`${number} of ${organisation}: ${gapSentences[code]} (${clause})`);
        }
      }
      found += page.contracts.length;
      after = page.next;
    }
    if (found === 0) console.log('Every contract says what the regulation leaves to it.');
    return found === 0 ? 0 : 1;
  });
}
