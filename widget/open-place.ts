import type { Panel } from '#widget/controllers/panel.ts';
import type { ReglamentWidget } from '#widget/elements/reglament-widget.ts';
import { keyedStorage, type KeyedStorage } from '#widget/storage.ts';

/** Where a person was as their page went. */
interface Place {
  readonly screen: Panel['screen'];
  /** Id of the request that was open. */
  readonly ticket?: string | undefined;
  /** Epoch milliseconds. */
  readonly leftAt: number;
}

/** Who comes back later than this has done something else meanwhile. */
const freshMs = 60_000;

/** A browser that keeps nothing opens nothing again. */
const storageOf = ({ widgetKey }: ReglamentWidget) => keyedStorage(widgetKey, () => sessionStorage);

/** From now until the panel is closed the next page of this tab is told where it was open. */
export function rememberPlace(widget: ReglamentWidget, panel: () => Panel | undefined): void {
  const storage = storageOf(widget);
  const write = () => {
    const { screen = 'form', talk } = panel() ?? {};
    const ticket = screen === 'thread' ? talk?.thread?.id : undefined;
    const place: Place = { screen, ticket, leftAt: Date.now() };
    storage.set('open', JSON.stringify(place));
  };
  write();
  addEventListener('pagehide', write);
  const forget = () => {
    removeEventListener('pagehide', write);
    storage.remove('open');
  };
  widget.addEventListener('reglament-close', forget, { once: true });
}

function takePlace(storage: KeyedStorage): Place | undefined {
  const kept = storage.get('open');
  storage.remove('open');
  try {
    return JSON.parse(kept ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Opens the panel where the page before had it open. Whoever has pressed or typed something on this page by
 * now is left alone: the focus is theirs.
 */
export async function openAgain(
  widget: ReglamentWidget,
  panel: () => Panel | undefined,
): Promise<void> {
  const place = takePlace(storageOf(widget));
  const acts = navigator.userActivation?.hasBeenActive;
  if (!place || acts || Date.now() - place.leftAt > freshMs) return;
  await widget.open();
  if (place.ticket) void panel()?.openThread(place.ticket);
  else if (place.screen === 'list') panel()?.go('list');
}
