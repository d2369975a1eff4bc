import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { languages } from '#shared/vocabulary.ts';
import type { AnnouncementView } from '#shared/wire/announcements.ts';
import { deliveryLog, deliveryRows } from '#desk/sections/news/delivery-rows.ts';
import { newsWords } from '#desk/sections/news/news-words.ts';
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

  #log = deliveryLog(this, () => this.announcement.id);

  protected override begin() {
    this.#log.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = newsWords(words.locale);
    const { texts } = this.announcement;
    return html`<div class="texts">
        ${languages.map(
          (one) =>
            html`<section lang=${one}>
              <h3>${texts[one].title}</h3>
              <p class="text">${texts[one].text}</p>
            </section>`,
        )}
      </div>
      <h3>${say('log.title')}</h3>
      ${deliveryRows(words, this.#log, (at) => this.moment(at))}`;
  }
}
