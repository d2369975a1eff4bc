import type { ReactiveControllerHost } from 'lit';
import type { Language, QueueView } from '#shared/vocabulary.ts';
import type { DeskQueue } from '#shared/wire/desk.ts';
import type { DeskApi } from '#desk/api/client.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { arrivals, loadPages } from '#desk/queue-pages.ts';

/** Which queue its host shows now. */
interface ShownQueue {
  readonly api: DeskApi;
  readonly vendor: string;
  readonly view: QueueView;
  readonly locale: Language;
}

/** Views in which tickets arrive; into others they only move. */
const arrivingViews: readonly QueueView[] = ['order', 'awaiting'];

/**
 * Keeps the shown view of a queue fresh, with as many rows as a person has asked for.
 *
 * @param arrived called with how many tickets a fresh answer holds that were not there before
 */
export function queueController(
  host: ReactiveControllerHost,
  shown: () => ShownQueue,
  arrived: (count: number) => void,
) {
  let wanted = 0;
  /** Views as they were seen last, so that going back to one shows it at once. */
  const seen = new Map<QueueView, DeskQueue>();
  const feed = feedController<DeskQueue>(
    host,
    () => {
      const { api, vendor, view, locale } = shown();
      return loadPages(
        (after) => api.queue(vendor, view, locale, after),
        wanted,
        ({ id }) => id,
      );
    },
    (queue, before) => {
      const { view } = shown();
      seen.set(view, queue);
      const count = before && arrivingViews.includes(view) ? arrivals(before, queue) : 0;
      if (count > 0) arrived(count);
    },
  );

  return {
    get state() {
      return feed.state;
    },
    refresh: () => feed.refresh(),
    /** Another desk: what was seen of the one before is forgotten. */
    changeDesk(): void {
      seen.clear();
      wanted = 0;
      feed.restart();
    },
    changeView(): void {
      wanted = 0;
      feed.restart(seen.get(shown().view));
    },
    /** One more than is shown brings another page; it stays when the queue is refreshed. */
    showMore(): void {
      if (feed.state.phase !== 'ready') return;
      wanted = feed.state.value.rows.length + 1;
      feed.refresh();
    },
  };
}
