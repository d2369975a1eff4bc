import type { Panel } from '#widget/controllers/panel.ts';
import type { ReglamentWidget } from '#widget/elements/reglament-widget.ts';
import { placeStorage, type Place } from '#widget/live-page.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** Who comes back later than this has done something else meanwhile. */
const freshMs = 60_000;

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
  const place = takePlace(placeStorage(widget));
  const acts = navigator.userActivation?.hasBeenActive;
  if (!place || acts || Date.now() - place.leftAt > freshMs) return;
  await widget.open();
  if (place.ticket) void panel()?.openThread(place.ticket);
  else if (place.screen === 'list') panel()?.go('list');
}
