import type { ContractView, OrganisationView } from '#shared/wire/organisation.ts';
import type { deskApi } from '#test/support/api.ts';

type Desk = Awaited<ReturnType<typeof deskApi>>;

/** A contract of Didox24's kind; what is left out is not stated. */
export const sampleContract = (organisation: string, more: object = {}) => ({
  number: 'ТП-2026/7',
  organisation,
  validFrom: '2026-01-01',
  firstResponse: { value: 4, unit: 'businessHour' },
  email: 'support@zavod.example',
  ...more,
});

/** An organisation with a contract, as agents enter them. */
export async function enterContract(
  desk: Desk,
  vendor: string,
  name: string,
  more: object = {},
): Promise<ContractView> {
  const added = await desk.post(vendor, '/organisations', { name });
  const { id } = (await added.json()) as OrganisationView;
  const saved = await desk.put(vendor, '/contracts', sampleContract(id, more));
  return (await saved.json()) as ContractView;
}
