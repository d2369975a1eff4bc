import type { PortalFrame } from '#bitrix-app/portal/frame.ts';
import { events, placements } from '#bitrix-app/placements.ts';

/** Where the portal opens the app and sends its events. */
export interface Handlers {
  readonly app: string;
  readonly events: string;
}

/** How the entry is called, by the portal's languages. */
export type PlaceTitles = Readonly<
  Record<string, { readonly TITLE: string; readonly DESCRIPTION: string }>
>;

interface Bound {
  readonly placement: string;
  readonly handler: string;
}

/**
 * Puts the app where it can be found, and asks for the events. An update of the app takes all of that away, so that
 * every installer does it anew: what is there already stays, and what leads elsewhere is taken out.
 *
 * @returns places that the portal did not take; the app works without them
 */
export async function bindPlaces(
  { call }: Pick<PortalFrame, 'call'>,
  handlers: Handlers,
  titles: PlaceTitles,
): Promise<readonly string[]> {
  const offered = new Set(await call<string[]>('placement.list').catch(() => []));
  const bound = await call<readonly Bound[]>('placement.get').catch(() => []);
  for (const { placement, handler } of bound)
    if (handler !== handlers.app)
      await call('placement.unbind', { PLACEMENT: placement, HANDLER: handler }).catch(() => 0);
  const refused: string[] = [];
  for (const { code } of placements.filter(({ code: one }) => offered.has(one))) {
    if (bound.some(({ placement, handler }) => placement === code && handler === handlers.app))
      continue;
    const place = { PLACEMENT: code, HANDLER: handlers.app, LANG_ALL: titles };
    await call('placement.bind', place).catch((fault: unknown) => {
      if (!isBound(fault)) refused.push(code);
    });
  }
  for (const event of events)
    await call('event.bind', { event, handler: handlers.events }).catch((fault: unknown) => {
      if (!isBound(fault)) refused.push(event);
    });
  return refused;
}

/** The portal's way to say that it is there already. */
const isBound = (fault: unknown): boolean => /already binded/i.test(String(fault));
