import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { AnnouncementView } from '#shared/wire/announcements.ts';
import type { OrganisationList } from '#shared/wire/organisation.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { announceForm } from '#desk/sections/announcements/announce-form.ts';
import {
  announcementState,
  audienceWords,
} from '#desk/sections/announcements/announcement-parts.ts';
import { announcementsApi } from '#desk/sections/announcements/announcements-api.ts';
import { newsWords } from '#desk/sections/news/news-words.ts';
import { listBody, sectionHead } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';

/** What customers were told unasked, and how far each announcement has come. */
export class DeskAnnouncements extends SectionElement {
  @state() private opened: ReadonlySet<string> = new Set();

  @state() private customers: OrganisationList['organisations'] = [];

  #list = sectionList<AnnouncementView>(this, (after) => this.#api.list(after));

  protected override begin() {
    this.#list.restart();
    void this.#api.customers().then((list) => {
      if (list.ok) this.customers = list.value.organisations;
    });
  }

  override render() {
    const { words } = this.scene;
    const say = newsWords(words.locale);
    return html`<div class="inner">
        ${sectionHead(
          words,
          'announcements',
          say('news.lead'),
          html`<button
            class="primary"
            type="button"
            @click=${() => this.form.open(announceForm(say, this.#api, this.customers))}
          >
            ${say('news.announce')}
          </button>`,
        )}
        ${listBody(words, this.#list.state, {
          row: this.#row,
          empty: { icon: 'flag', fact: say('news.empty'), more: say('news.emptyMore') },
          refresh: () => this.#list.refresh(),
          more: () => this.#list.more(),
        })}
      </div>
      <desk-section-form
        wide
        .words=${words}
        @desk-form-done=${() => this.#list.refresh()}
      ></desk-section-form>`;
  }

  #row = (announcement: AnnouncementView) => {
    const { words } = this.scene;
    const say = newsWords(words.locale);
    const { id, kind, texts, audience, publishAt } = announcement;
    const time = this.moment(publishAt);
    return html`<details class="whole" @toggle=${(event: Event) => this.#toggle(id, event)}>
      <summary>
        <span class="title">${texts[words.locale].title}</span>
        <span class="side">${announcementState(say, announcement, time)}</span>
        <span class="meta figures"
          >${say(`news.kind.${kind}`)} · ${audienceWords(say, audience)} ·
          ${time}${this.#works(announcement)}</span
        >
      </summary>
      ${
        this.opened.has(id)
          ? html`<desk-announcement
              .scene=${this.scene}
              .announcement=${announcement}
            ></desk-announcement>`
          : nothing
      }
    </details>`;
  };

  #works({ works }: AnnouncementView): string {
    if (!works) return '';
    const say = newsWords(this.scene.words.locale);
    const [from, until] = [this.moment(works.from), this.moment(works.until)];
    return ` · ${say('news.works', { from, until })}`;
  }

  /** What was open once keeps what it has loaded. */
  #toggle(id: string, event: Event) {
    if ((event.target as HTMLDetailsElement).open) this.opened = new Set([...this.opened, id]);
  }

  get #api() {
    return announcementsApi(this.scene.fetch, this.scene.vendor.key);
  }
}
