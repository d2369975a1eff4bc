import type { PortalFrame } from '#bitrix-app/portal/frame.ts';

/** A deal of the portal's CRM, in whose card the page was opened. */
export interface Deal {
  readonly id: string;
  /** As the person may read it; undefined where the portal does not say it. */
  readonly title?: string;
}

const dealKind = 2;

/** The deal with its title, as far as the portal tells the person. */
export async function dealOf(
  { call }: Pick<PortalFrame, 'call'>,
  id: string | null,
): Promise<Deal | undefined> {
  if (id === null) return undefined;
  const asked = { entityTypeId: dealKind, id: Number(id) };
  const found = await call<{ item?: { title?: unknown } }>('crm.item.get', asked).catch(() => null);
  const title = found?.item?.title;
  return { id, ...(typeof title === 'string' && title !== '' && { title: title.slice(0, 200) }) };
}
