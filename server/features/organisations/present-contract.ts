import type { ContractView } from '#shared/wire/organisation.ts';
import type { ContractRecord } from '#server/features/organisations/contract-record.ts';
import { contractGaps } from '#server/policy/decision/request-flags.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** A contract as agents see it, with what it lacks by the regulation. */
export const presentContract = (pack: PolicyPack, contract: ContractRecord): ContractView => ({
  ...contract,
  contacts: contract.contacts.map(
    ({ telegramAccountId: _account, telegramBoundAt, ...contact }) => ({
      ...contact,
      telegramBoundAt: telegramBoundAt?.toISOString() ?? null,
    }),
  ),
  gaps: contractGaps(pack, contract),
});
