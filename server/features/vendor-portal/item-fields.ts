import { factOf, type ShownTicket } from '#server/features/vendor-portal/read-shown-ticket.ts';
import type { VendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';
import { titleOf } from '#server/features/vendor-portal/portal-texts.ts';

type ItemSettings = NonNullable<VendorPortalSettings['item']>;

/** By which field of the portal an item is found again. */
const originKinds: readonly number[] = [1, 2];
const originator = 'reglament';

/** The field that finds an item again, and what it holds: leads and deals have other ones than smart processes. */
export const originOf = (
  { entityTypeId }: Pick<ItemSettings, 'entityTypeId'>,
  origin: string,
): Readonly<Record<string, string>> =>
  originKinds.includes(entityTypeId)
    ? { originatorId: originator, originId: origin }
    : { xmlId: origin };

/** Fields of an item as its ticket stands now. */
export function itemFields(
  settings: VendorPortalSettings,
  item: ItemSettings,
  shown: ShownTicket,
): Record<string, string> {
  const mapped = Object.entries(item.fields).map(([name, fact]) => [
    name,
    factOf(shown, fact, settings),
  ]);
  return { title: titleOf(shown), ...Object.fromEntries(mapped) };
}

/** A smart process is named by its number in hex where a task names what it belongs to. */
export const crmLink = ({ entityTypeId }: ItemSettings, itemId: number): string => {
  const short = { 1: 'L', 2: 'D', 31: 'SI' }[entityTypeId];
  return `${short ?? `T${entityTypeId.toString(16)}`}_${itemId}`;
};

/** The kind of an item, as its timeline names it. */
export const timelineOf = ({ entityTypeId }: ItemSettings): string =>
  ({ 1: 'lead', 2: 'deal' })[entityTypeId] ?? `dynamic_${entityTypeId}`;
