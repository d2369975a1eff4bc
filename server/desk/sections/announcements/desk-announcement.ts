import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { locales } from '#shared/vocabulary.ts';
import type { AnnouncementView, DeliveryLog } from '#shared/wire/announcements.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { announcementsApi } from '#desk/sections/announcements/announcements-api.ts';
import { newsWords, type SayNews } from '#desk/sections/news/news-words.ts';
import { itemBody, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';

/** One announcement in its languages, with the log of its letters. */
export class DeskAnnouncement extends SectionElement {
  static override styles = [
    ...SectionElement.styles,
    css`
      .texts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 12px 24px;
        margin: 4px 0 16px;
      }
      .text {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      h3 {
        font-size: 13px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) announcement!: AnnouncementView;

  #log = feedController<DeliveryLog>(
    this,
    () => announcementsApi(this.scene.fetch, this.scene.vendor.key).log(this.announcement.id),
    undefined,
    null,
  );

  protected override begin() {
    this.#log.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = newsWords(words.locale);
    const { texts } = this.announcement;
    return html`<div class="texts">
        ${locales.map(
          (one) =>
            html`<section lang=${one}>
              <h3>${texts[one].title}</h3>
              <p class="text">${texts[one].text}</p>
            </section>`,
        )}
      </div>
      <h3>${say('log.title')}</h3>
      ${itemBody(
        words,
        this.#log.state,
        (log) => this.#rows(say, log),
        () => this.#log.refresh(),
      )}`;
  }

  #rows(say: SayNews, { rows }: DeliveryLog) {
    if (rows.length === 0) return html`<p class="meta">${say('log.empty')}</p>`;
    return html`<ul class="rows">
      ${rows.map(
        ({ requesterId, at, state }) =>
          html`<li>
            <span class="meta figures">${requesterId ?? say('log.unlisted')}</span>
            <span class="side">${deliveryState(say, state, this.moment(at))}</span>
          </li>`,
      )}
    </ul>`;
  }
}

function deliveryState(say: SayNews, state: DeliveryLog['rows'][number]['state'], time: string) {
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
