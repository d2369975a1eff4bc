import {
  confirmMethod,
  finishInstall,
  setPayment,
  uninstall,
  update,
} from '#server/demo/portal/install-acts.ts';
import { sendTo } from '#server/demo/portal/send-event.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import type { SentEvent, World } from '#server/demo/portal/world.ts';
import { bindEvents } from '#test/support/many-portals.ts';

/** What our server has to do with an event: keep it, know it again, answer and drop it, refuse it. */
export type MixKind = 'new' | 'again' | 'dropped' | 'forged';

/** One event of a mix. */
export interface MixedEvent {
  readonly kind: MixKind;
  readonly body: string;
}

/** A mix, and what it leaves behind. */
export interface EventMix {
  readonly events: readonly MixedEvent[];
  /** Portals from which the app is gone. */
  readonly removed: number;
}

/**
 * Lets portals do what portals do, one thing each, and takes down what they would send: payments, updates with the
 * install after them, removals with and without the wish to erase, what means nothing to us, removals with a secret that
 * somebody made up, and every tenth event twice.
 *
 * @param sent where the world delivers to
 * @param portals enough of them: a portal an event is
 */
export function eventMix(
  world: World,
  sent: SentEvent[],
  clientId: string,
  portals: readonly VirtualPortal[],
  count: number,
): EventMix {
  const events: MixedEvent[] = [];
  let removed = 0;
  let next = 0;
  const taken = () => {
    const portal = portals[next++];
    if (!portal) throw new RangeError('too few portals for so many events');
    return portal;
  };
  const add = (kind: MixKind, act: () => void) => {
    const before = sent.length;
    act();
    events.push(...sent.splice(before).map(({ body }) => ({ kind, body })));
  };
  for (let step = 0; events.length < count; step += 1) {
    const portal = taken();
    const turn = step % 15;
    if (turn < 7) add('new', () => setPayment(world, portal, clientId, { status: 'P', days: 30 }));
    else if (turn < 10) add('new', () => renew(world, portal, clientId));
    else if (turn < 12) {
      removed += 1;
      add('new', () => uninstall(world, portal, clientId, turn === 10));
    } else if (turn < 14) add('forged', () => forge(world, portal, clientId));
    else add('dropped', () => confirmed(world, portal, clientId));
    const last = events.at(-1);
    if ((turn === 3 || turn === 8) && last) events.push({ ...last, kind: 'again' });
  }
  return { events, removed };
}

/** A newer version, and its installer that is through. */
function renew(world: World, portal: VirtualPortal, clientId: string): void {
  update(world, portal, clientId, { version: 4 });
  bindEvents(portal, clientId);
  finishInstall(world, portal, clientId);
}

/** A removal that somebody makes up who does not know the secret. */
function forge(world: World, portal: VirtualPortal, clientId: string): void {
  const made = portal.installs.get(clientId);
  if (!made) return;
  const handler = made.app.appUrl;
  sendTo(
    world,
    portal,
    { ...made, applicationToken: world.hex(32) },
    { name: 'ONAPPUNINSTALL', data: { LANGUAGE_ID: 'ru', CLEAN: '1' }, auth: 'bare' },
    { id: 1, handler, authType: 0 },
  );
}

function confirmed(world: World, portal: VirtualPortal, clientId: string): void {
  const made = portal.installs.get(clientId);
  if (!made) return;
  made.events.push({
    id: 9,
    event: 'ONAPPMETHODCONFIRM',
    handler: made.app.appUrl,
    authType: 0,
    offline: false,
  });
  confirmMethod(world, portal, clientId, 'user.get', true);
}

/** How many of a mix are of each kind. */
export const countsOf = (events: readonly MixedEvent[]): Readonly<Record<MixKind, number>> => {
  const of = (kind: MixKind) => events.filter((event) => event.kind === kind).length;
  return { new: of('new'), again: of('again'), dropped: of('dropped'), forged: of('forged') };
};
