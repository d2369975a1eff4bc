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

/** What the portal did not take of it; the app works without. */
export interface NotBound {
  /** Codes of places. */
  readonly places: readonly string[];
  /** Whether it tells of nothing that happens to the app. */
  readonly deaf: boolean;
  /** Whether its plan keeps apps from its data altogether. */
  readonly withoutRest: boolean;
}

/** Whether the portal took all of it. */
export const isWhole = ({ places, deaf }: NotBound): boolean => places.length === 0 && !deaf;

interface Bound {
  readonly placement: string;
  readonly handler: string;
}

/**
 * Puts the app where it can be found, and asks for the events. An update of the app takes all of that away, so that
 * every installer does it anew: what is there already stays, and what leads elsewhere is taken out.
 */
export async function bindPlaces(
  { call }: Pick<PortalFrame, 'call'>,
  handlers: Handlers,
  titles: PlaceTitles,
): Promise<NotBound> {
  let withoutRest = false;
  const list = await call<string[]>('placement.list').catch((fault: unknown) => {
    withoutRest = /commercial plans/i.test(String(fault));
    return [];
  });
  if (withoutRest) return { places: placements.map(({ code }) => code), deaf: true, withoutRest };
  const offered = new Set(list);
  const bound = await call<readonly Bound[]>('placement.get').catch(() => []);
  for (const { placement, handler } of bound)
    if (handler !== handlers.app)
      await call('placement.unbind', { PLACEMENT: placement, HANDLER: handler }).catch(() => 0);
  const places: string[] = [];
  let deaf = false;
  for (const { code } of placements.filter(({ code: one }) => offered.has(one))) {
    if (bound.some(({ placement, handler }) => placement === code && handler === handlers.app))
      continue;
    const place = { PLACEMENT: code, HANDLER: handlers.app, LANG_ALL: titles };
    await call('placement.bind', place).catch((fault: unknown) => {
      if (!isBound(fault)) places.push(code);
    });
  }
  for (const event of events)
    await call('event.bind', { event, handler: handlers.events }).catch((fault: unknown) => {
      if (!isBound(fault)) deaf = true;
    });
  return { places, deaf, withoutRest };
}

/** The portal's way to say that it is there already. */
const isBound = (fault: unknown): boolean => /already binded/i.test(String(fault));
