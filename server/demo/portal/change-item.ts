import { announce } from '#server/demo/portal/announce.ts';
import { dateAtom, type PhpMap } from '#server/demo/portal/php.ts';
import type { Added, VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { epochSeconds, type World } from '#server/demo/portal/world.ts';

const deal = 2;
const firstSmartProcess = 128;

/** An item of the CRM, by its kind and its number. */
export const findItem = (portal: VirtualPortal, kind: number, id: number): Added | undefined =>
  portal.added.find((one) => one.kind === `crm.item.${kind}` && one.id === id);

/**
 * Somebody changes an item, by hand or through the API: whoever listens hears of both, and of the item only its
 * number.
 */
export function changeItem(
  world: World,
  portal: VirtualPortal,
  kind: number,
  id: number,
  fields: PhpMap,
  userId: number,
): void {
  const found = findItem(portal, kind, id);
  if (!found) return;
  const updatedTime = dateAtom(epochSeconds(world), portal.hoursEast);
  Object.assign(found.fields, fields, { updatedTime });
  if (kind === deal) announce(world, portal, 'ONCRMDEALUPDATE', { FIELDS: { ID: id } }, userId);
  if (kind >= firstSmartProcess)
    announce(
      world,
      portal,
      'ONCRMDYNAMICITEMUPDATE',
      { FIELDS: { ID: id, ENTITY_TYPE_ID: kind } },
      userId,
    );
}

/** Somebody changes a task: its number stands on both sides of the change. */
export function changeTask(
  world: World,
  portal: VirtualPortal,
  id: number,
  fields: PhpMap,
  userId: number,
): void {
  const found = portal.added.find((one) => one.kind === 'task' && one.id === id);
  if (!found) return;
  Object.assign(found.fields, fields);
  const data = {
    FIELDS_BEFORE: { ID: id },
    FIELDS_AFTER: { ID: id },
    IS_ACCESSIBLE_BEFORE: 'undefined',
    IS_ACCESSIBLE_AFTER: 'undefined',
  };
  announce(world, portal, 'ONTASKUPDATE', data, userId);
}
