import { html, type ReactiveControllerHost } from 'lit';
import type { DeliveryLog } from '#shared/wire/announcements.ts';
import { requestJson } from '#desk/api/request.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { newsWords, type SayNews } from '#desk/sections/news/news-words.ts';
import { listBody, tag } from '#desk/sections/parts.ts';
import type { SectionElement } from '#desk/sections/section-element.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';
import type { Words } from '#desk/text/words.ts';

type Letter = DeliveryLog['rows'][number];

/** The letters of an announcement in pages. @param id of the announcement; asked at each load */
export const deliveryLog = (
  host: ReactiveControllerHost & Pick<SectionElement, 'scene'>,
  id: () => string,
) =>
  sectionList<Letter>(host, (after) => {
    const { fetch, vendor } = host.scene;
    const path = `/announcements/${encodeURIComponent(id())}/deliveries`;
    return requestJson<DeliveryLog>(fetch, vendorPath(vendor.key, path, { after }));
  });

/** Who was written to and where each letter stands. @param moment an instant in the reader's zone */
export function deliveryRows(
  words: Words,
  log: ReturnType<typeof deliveryLog>,
  moment: (instant: string) => string,
) {
  const say = newsWords(words.locale);
  return listBody(words, log, {
    row: ({ name, contact, at, state }) =>
      html`<span>${name ?? contact ?? say('log.unlisted')}</span>
        <span class="side">${deliveryState(say, state, moment(at))}</span>`,
    empty: { icon: 'outbox', fact: say('log.empty'), more: '' },
  });
}

function deliveryState(say: SayNews, state: Letter['state'], time: string) {
  switch (state) {
    case 'sent':
      return tag('met', 'check', say('log.sent', { time }));
    case 'failed':
      return tag('late', 'alert', say('log.failed'));
    case 'held':
      return tag('paused', 'pause', say('log.held'));
    case 'waiting':
      return tag('soon', 'clock', say('log.waiting'));
  }
}
