import { PortalContractLine } from '#bitrix-app/elements/portal-contract-line.ts';
import { PortalStanding } from '#bitrix-app/elements/portal-standing.ts';
import { nameContract, readContract, type ContractDeps } from '#bitrix-app/portal-contract.ts';
import { loadStandingWords } from '#bitrix-app/standing-words.ts';
import { registerTags } from '#widget/register-tags.ts';

/** Makes what says how a portal stands with its app; the contract follows. @throws without a connection */
export async function showStanding(parts: Omit<ContractDeps, 'fetch'>): Promise<PortalStanding> {
  const { start } = parts;
  const say = await loadStandingWords(start.locale);
  registerTags({ 'rg-portal-standing': PortalStanding, 'rg-portal-contract': PortalContractLine });
  const deps: ContractDeps = { ...parts, fetch: (...call) => fetch(...call) };
  const standing = document.createElement('rg-portal-standing');
  standing.start = start;
  standing.say = say;
  standing.name = (number) => nameContract(deps, number);
  // what nobody can say at present is left out: the form says by itself what a contract changes
  void readContract(deps).then(
    (contract) => (standing.contract = contract),
    () => undefined,
  );
  return standing;
}
