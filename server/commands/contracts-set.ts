import { contractBody } from '#shared/wire/organisation.ts';
import type { Environment } from '#server/cli.ts';
import { asList, misuse, refuse, sayProblem } from '#server/commands/print.ts';
import { commandActor, withContracts } from '#server/commands/with-contracts.ts';
import { termsOf } from '#server/features/organisations/contract-record.ts';
import { readContracts } from '#server/features/organisations/read-contracts.ts';
import { saveContract } from '#server/features/organisations/save-contract.ts';
import { termOf } from '#server/features/organisations/term-words.ts';

/** What `contracts set` may be told by flags. */
export interface ContractOptions {
  readonly organisation?: string;
  readonly region?: string;
  readonly plan?: string;
  readonly level?: string;
  readonly from?: string;
  readonly until?: string;
  readonly signed?: string;
  readonly firstResponse?: string;
  readonly email?: string;
  readonly domain?: string | readonly string[];
}

const usage =
  'Say `contracts set NUMBER --vendor VENDOR --organisation NAME --from DAY`, with --until, --signed, --plan, --level, --first-response, --email, --domain and --region where the contract has them.';

/** What is wrong with a flag, by the field it fills. */
const sentences: Readonly<Record<string, string>> = {
  number: 'A number has at most 100 characters.',
  validFrom: 'A day is written like 2026-12-01.',
  validUntil: 'A day is written like 2026-12-01.',
  signedOn: 'A day is written like 2026-12-01.',
  firstResponse: '--first-response is a term such as 4h, 30m or 1d.',
  email: '--email is an address such as support@customer.example.',
  domains: '--domain is a domain such as customer.example.',
};

/** Records a contract, or changes what flags say of the one of this number. */
export async function contractsSet(
  env: Environment,
  vendor: string | undefined,
  number: string,
  options: ContractOptions,
): Promise<number> {
  const { organisation, from } = options;
  if (!vendor || !organisation || !from) return misuse(usage);
  return withContracts(env, vendor, async (deps) => {
    const [known] = await readContracts(deps.db, vendor, { numbers: [number] });
    const said = contractBody.omit({ organisation: true }).safeParse({
      ...(known ? termsOf(known) : {}),
      ...termsSaid(options),
      number,
      validFrom: from,
    });
    if (!said.success) {
      const [field = ''] = said.error.issues[0]?.path ?? [];
      return misuse(sentences[String(field)] ?? usage);
    }
    const draft = { ...said.data, organisation: { name: organisation, region: options.region } };
    const saved = await saveContract(deps, vendor, draft, commandActor);
    if (!saved.ok) return refuse(sayProblem(saved.failure));
    console.log(`Contract ${number} of ${organisation} is on record for ${vendor}.`);
    return 0;
  });
}

/** The terms that flags say, by the field they fill. */
const termsSaid = (options: ContractOptions): Readonly<Record<string, unknown>> => ({
  ...(options.until === undefined ? {} : { validUntil: options.until }),
  ...(options.signed === undefined ? {} : { signedOn: options.signed }),
  ...(options.plan === undefined ? {} : { plan: options.plan }),
  ...(options.level === undefined ? {} : { level: options.level }),
  ...(options.firstResponse === undefined
    ? {}
    : { firstResponse: termOf(options.firstResponse) ?? false }),
  ...(options.email === undefined ? {} : { email: options.email }),
  ...(options.domain === undefined ? {} : { domains: asList(options.domain) }),
});
