import type { Panel } from '#widget/controllers/panel.ts';
import type { ReglamentWidget } from '#widget/elements/reglament-widget.ts';
import { keyedStorage, type KeyedStorage } from '#widget/storage.ts';

/** Where a person was as their page went. */
export interface Place {
  readonly screen: Panel['screen'];
  /** Id of the request that was open. */
  readonly ticket?: string | undefined;
  /** Epoch milliseconds. */
  readonly leftAt: number;
}

/** The panel stands on the screen by then: a storage that is opened before keeps it waiting. */
const shownMs = 100;

/** What this tab remembers; a browser that keeps nothing opens nothing again. */
export const placeStorage = ({ widgetKey }: ReglamentWidget): KeyedStorage =>
  keyedStorage(widgetKey, () => sessionStorage);

/** By an empty database of this name the next page's launcher knows that there is something to look for. */
function leaveName({ widgetKey }: ReglamentWidget): void {
  try {
    const opening = indexedDB.open(`reglament:${widgetKey}:here`);
    // a page that deletes its databases would wait for it
    opening.addEventListener('success', () => opening.result.close());
  } catch {
    // where no database may be, the launcher looks anyway
  }
}

/**
 * The panel in the life of its page: it hears of changes as long as its element is there, and where it is open
 * now it opens on the next page of this tab.
 */
export function livePage(widget: ReglamentWidget, panel: () => Panel | undefined): void {
  let storage: KeyedStorage | undefined;
  const write = () => {
    const { screen = 'form', talk } = panel() ?? {};
    const ticket = screen === 'thread' ? talk?.thread?.id : undefined;
    const place: Place = { screen, ticket, leftAt: Date.now() };
    storage ??= placeStorage(widget);
    storage.set('open', JSON.stringify(place));
  };
  widget.addController({
    hostConnected: () => panel()?.follow(),
    hostDisconnected: () => panel()?.leave(),
  });
  let soon: ReturnType<typeof setTimeout>;
  widget.addEventListener('reglament-open', () => {
    soon = setTimeout(() => {
      write();
      leaveName(widget);
    }, shownMs);
    addEventListener('pagehide', write);
  });
  widget.addEventListener('reglament-close', () => {
    clearTimeout(soon);
    removeEventListener('pagehide', write);
    storage?.remove('open');
  });
  void widget.updateComplete.then(async () => {
    try {
      if (sessionStorage.getItem(`reglament:${widget.widgetKey}:open`))
        await (await import('#widget/open-place.ts')).openAgain(widget, panel);
    } catch {
      // storage may be out of reach, and so may the code
    }
  });
}
