import { isExpired, daysLeft, type AppStatus, type Install } from '#server/demo/portal/install.ts';
import { sendEvent } from '#server/demo/portal/send-event.ts';
import { issuePair } from '#server/demo/portal/tokens.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { epochSeconds, installOf, takeId, type World } from '#server/demo/portal/world.ts';

/** An administrator takes an app from the catalogue. With an installer it is not installed before that says so. */
export function install(
  world: World,
  portal: VirtualPortal,
  clientId: string,
  userId: number,
  { status = 'F', version }: { readonly status?: AppStatus; readonly version?: number } = {},
): Install {
  const app = world.apps.get(clientId);
  if (!app) throw new RangeError(`no app ${clientId}`);
  const kept = portal.installs.get(clientId);
  const made: Install = {
    id: kept?.id ?? takeId(world),
    app,
    version: version ?? app.version,
    installed: app.installUrl === undefined,
    removed: false,
    status,
    paidUntil: null,
    applicationToken: world.hex(32),
    installedBy: userId,
    allowed: null,
    placements: [],
    events: [],
    options: kept?.options ?? {},
    userOptions: kept?.userOptions ?? new Map(),
    operating: new Map(),
  };
  portal.installs.set(clientId, made);
  return made;
}

/** The installer says that it is done. Said again it changes nothing. */
export function finishInstall(world: World, portal: VirtualPortal, clientId: string): void {
  const found = installOf(portal, clientId);
  if (!found || found.installed) return;
  found.installed = true;
  sendEvent(world, portal, found, {
    name: 'ONAPPINSTALL',
    data: {
      VERSION: found.version,
      ACTIVE: 'Y',
      INSTALLED: 'Y',
      LANGUAGE_ID: portal.language,
    },
    auth: 'full',
  });
}

/**
 * A newer version replaces the app: what it had bound is gone, and its installer is opened once more. Whether the
 * event goes to the handlers of the old version, and before the new installer is through, is not known.
 *
 * @param rotate whether the application token is a new one from then on
 */
export function update(
  world: World,
  portal: VirtualPortal,
  clientId: string,
  { version, rotate = false }: { readonly version: number; readonly rotate?: boolean },
): void {
  const found = installOf(portal, clientId);
  if (!found) return;
  const data = {
    VERSION: version,
    PREVIOUS_VERSION: found.version,
    LANGUAGE_ID: portal.language,
  };
  found.version = version;
  if (rotate) found.applicationToken = world.hex(32);
  issuePair(world, portal, found, found.installedBy);
  sendEvent(world, portal, found, { name: 'ONAPPUPDATE', data, auth: 'full' });
  found.events = [];
  found.placements = [];
  found.installed = found.app.installUrl === undefined;
}

/**
 * The app leaves the portal: its tokens are dead before it hears of it.
 *
 * @param clean whether the administrator wants its data gone too
 */
export function uninstall(
  world: World,
  portal: VirtualPortal,
  clientId: string,
  clean: boolean,
): void {
  const found = installOf(portal, clientId);
  if (!found) return;
  found.removed = true;
  const data = { LANGUAGE_ID: portal.language, CLEAN: clean ? '1' : '0' };
  sendEvent(world, portal, found, { name: 'ONAPPUNINSTALL', data, auth: 'bare' });
  found.events = [];
  found.placements = [];
  // a local app keeps nothing, whatever was ticked
  if (clean || found.status === 'L') portal.installs.delete(clientId);
}

/** The portal pays for the app, or what it paid for ends. */
export function setPayment(
  world: World,
  portal: VirtualPortal,
  clientId: string,
  { status, days }: { readonly status: AppStatus; readonly days: number },
): void {
  const found = installOf(portal, clientId);
  if (!found) return;
  const now = epochSeconds(world);
  found.status = status;
  found.paidUntil = now + days * 86_400;
  sendEvent(world, portal, found, {
    name: 'ONAPPPAYMENT',
    data: {
      CODE: found.app.code,
      VERSION: found.version,
      STATUS: status,
      PAYMENT_EXPIRED: isExpired(found, now) ? 'Y' : 'N',
      DAYS: daysLeft(found, now),
      LANGUAGE_ID: portal.language,
    },
    auth: portal.manners.paymentEventHasTokens ? 'usual' : 'documented',
  });
}

/** An administrator lets a method through, or does not. */
export function confirmMethod(
  world: World,
  portal: VirtualPortal,
  clientId: string,
  method: string,
  confirmed: boolean,
): void {
  const found = installOf(portal, clientId);
  if (!found) return;
  const data = {
    TOKEN: world.hex(32),
    METHOD: method,
    CONFIRMED: confirmed ? '1' : '0',
    LANGUAGE_ID: portal.language,
  };
  sendEvent(world, portal, found, { name: 'ONAPPMETHODCONFIRM', data, auth: 'bare' });
}
