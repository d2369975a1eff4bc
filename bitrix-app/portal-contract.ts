import type { PortalContract, PortalContractAsk } from '#shared/wire/portal-contract.ts';
import type { PortalStart } from '#shared/wire/portal.ts';

/** What the contract of a portal is read and named with. */
export interface ContractDeps {
  readonly start: PortalStart;
  /** A bearer that is good now. */
  readonly bearer: () => Promise<string>;
  /** A fresh access token of the portal; undefined where there is none. */
  readonly freshToken: () => Promise<string | undefined>;
  readonly fetch: typeof fetch;
}

const addressOf = ({ vendor }: PortalStart) => `/v1/portals/${vendor}/contract`;
const read = async (answer: Response): Promise<PortalContract | undefined> =>
  answer.ok ? ((await answer.json()) as PortalContract) : undefined;

/** How the contract stands, by the bearer that the page was opened with; undefined where nobody can say. */
export async function readContract({ start, fetch }: ContractDeps) {
  const headers = { authorization: `Bearer ${start.secret}` };
  return read(await fetch(addressOf(start), { headers }));
}

/**
 * Names the number of the contract, or takes back what was named before; undefined where it was not taken.
 *
 * @param number null: there is no contract
 * @throws without a connection
 */
export async function nameContract(deps: ContractDeps, number: string | null) {
  const { start, fetch } = deps;
  const accessToken = await deps.freshToken();
  if (accessToken === undefined) return undefined;
  const { domain, memberId } = start.portal;
  const asked: PortalContractAsk = { domain, memberId, accessToken, number };
  const headers = {
    authorization: `Bearer ${await deps.bearer()}`,
    'content-type': 'application/json',
  };
  const body = JSON.stringify(asked);
  return read(await fetch(addressOf(start), { method: 'POST', headers, body }));
}
