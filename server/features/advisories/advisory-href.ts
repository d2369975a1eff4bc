import type { Deps } from '#server/deps.ts';

/** Where anybody finds a published advisory; without an id, all of a vendor's. */
export const advisoryHref = (
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  tenantId: string,
  id?: string,
): string => `${publicUrl}/advisories/${tenantId}${id === undefined ? '' : `/${id}`}`;
