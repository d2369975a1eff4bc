import { domainToASCII } from 'node:url';
import type { ContractPortal } from '#shared/wire/organisation.ts';
import type { ContractDraft } from '#server/features/organisations/contract-record.ts';

/**
 * The same contract in the one way in which it is stored and compared: domains in ASCII, portals by
 * their origin, each once and in the order of the alphabet.
 */
export const canonicalContract = (draft: ContractDraft): ContractDraft => ({
  ...draft,
  domains: [...new Set(draft.domains.map((name) => domainToASCII(name) || name))].sort(),
  portals: [...new Map(draft.portals.map(byOrigin)).values()].sort((a, b) =>
    a.url < b.url ? -1 : 1,
  ),
});

function byOrigin(portal: ContractPortal): [string, ContractPortal] {
  const { origin } = new URL(portal.url);
  return [origin, { ...portal, url: origin }];
}
