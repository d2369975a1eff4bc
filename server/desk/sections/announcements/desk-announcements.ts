import { html, nothing } from 'lit';
import type { AnnouncementView } from '#shared/wire/announcements.ts';
import { openedRows } from '#desk/controllers/opened.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { announceForm, changeForm } from '#desk/sections/announcements/announce-form.ts';
import {
  announcementState,
  audienceWords,
  isPlanned,
} from '#desk/sections/announcements/announcement-parts.ts';
import { announcementsApi } from '#desk/sections/announcements/announcements-api.ts';
import { withdrawForm } from '#desk/sections/announcements/withdraw-form.ts';
import { newsWords } from '#desk/sections/news/news-words.ts';
import { listBody, primaryAct, sectionForm, sectionHead } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';

/** What customers were told unasked, and how far each announcement has come. */
export class DeskAnnouncements extends SectionElement {
  #opened = openedRows(this);
  #list = sectionList<AnnouncementView>(this, (after) => this.#api.list(after));

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = newsWords(words.locale);
    return html`<div class="inner">
        ${sectionHead(
          words,
          'announcements',
          say('news.lead'),
          primaryAct(say('news.announce'), this.#announce),
        )}
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'flag', fact: say('news.empty'), more: say('news.emptyMore') },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh(), 'wide')}`;
  }

  #announce = async () => this.form.open(announceForm(await this.#announcing()));

  #change = async (planned: AnnouncementView) =>
    this.form.open(changeForm(await this.#announcing(), planned));

  async #announcing() {
    const { locale } = this.scene.words;
    const [customers, choices] = await Promise.all([
      this.#api.customers(),
      this.#api.choices(locale),
    ]);
    return {
      say: newsWords(locale),
      api: this.#api,
      locale,
      customers: customers.ok ? customers.value.organisations : [],
      plans: choices.ok ? choices.value.plans : [],
    };
  }

  #row = (announcement: AnnouncementView) => {
    const { words } = this.scene;
    const say = newsWords(words.locale);
    const { id, kind, texts, audience, publishAt } = announcement;
    const time = this.moment(publishAt);
    return html`<details class="whole" @toggle=${this.#opened.toggled(id)}>
      <summary>
        <span class="title">${texts[words.locale].title}</span>
        <span class="side">${announcementState(say, announcement, (at) => this.moment(at))}</span>
        <span class="meta figures"
          >${say(`news.kind.${kind}`)} · ${audienceWords(say, audience)} ·
          ${time}${this.#works(announcement)}</span
        >
      </summary>
      ${
        this.#opened.has(id)
          ? html`${isPlanned(announcement) ? this.#acts(announcement) : nothing}
              <desk-announcement
                .scene=${this.scene}
                .announcement=${announcement}
              ></desk-announcement>`
          : nothing
      }
    </details>`;
  };

  #acts(announcement: AnnouncementView) {
    const { locale } = this.scene.words;
    const say = newsWords(locale);
    const { title } = announcement.texts[locale];
    const ask = () => this.form.open(withdrawForm(say, this.#api, announcement, title));
    const change = () => this.#change(announcement);
    return html`<div class="acts">
      <button class="edged" type="button" @click=${change}>${say('news.change')}</button>
      <button class="edged" type="button" @click=${ask}>${say('news.withdraw')}</button>
    </div>`;
  }

  #works({ works }: AnnouncementView): string {
    if (!works) return '';
    const say = newsWords(this.scene.words.locale);
    const [from, until] = [this.moment(works.from), this.moment(works.until)];
    return ` · ${say('news.works', { from, until })}`;
  }

  get #api() {
    return announcementsApi(this.scene.fetch, this.scene.vendor.key);
  }
}
