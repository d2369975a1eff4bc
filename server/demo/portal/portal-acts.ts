import { announce } from '#server/demo/portal/announce.ts';
import type { Person, VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import type { World } from '#server/demo/portal/world.ts';

/** The portal moves to another name; the old one leads there. */
export function renamePortal(portal: VirtualPortal, host: string): void {
  portal.formerHosts.push(portal.host);
  portal.host = host;
}

/** The portal is gone, and its OAuth server knows it no more. */
export function deletePortal(portal: VirtualPortal): void {
  portal.ailments.deleted = true;
}

/** Somebody leaves the company. */
export function dismiss(portal: VirtualPortal, userId: number): void {
  const person = portal.people.get(userId);
  if (person) person.active = false;
}

/** Somebody joins the company, and every app that may know of people hears of it. */
export function hire(world: World, portal: VirtualPortal, person: Person): void {
  portal.people.set(person.id, person);
  announce(world, portal, 'ONUSERADD', {
    ID: person.id,
    XML_ID: '',
    ACTIVE: 'Y',
    NAME: person.name,
    LAST_NAME: person.lastName,
    EMAIL: person.email,
    UF_DEPARTMENT: ['1'],
  });
}

/**
 * The technical user to whom the integration goes when whoever installed it leaves: people of a portal never see
 * it, and tokens may be its from then on.
 */
export function handOverToSystem(portal: VirtualPortal, clientId: string, userId: number): void {
  const install = portal.installs.get(clientId);
  if (!install) return;
  portal.people.set(userId, {
    id: userId,
    name: install.app.title[portal.language],
    lastName: '',
    gender: '',
    timeZone: '',
    email: '',
    position: '',
    admin: true,
    extranet: false,
    active: true,
    crm: true,
  });
  install.installedBy = userId;
}
