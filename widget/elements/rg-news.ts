import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CurrentNews } from '#shared/wire/announcements.ts';
import { bothTimes } from '#widget/both-times.ts';
import { controlStyles } from '#widget/elements/controls.styles.ts';
import { newsStyles } from '#widget/elements/rg-news.styles.ts';
import type { Ui } from '#widget/words.ts';

/** What the vendor tells unasked: a failure, planned works with their time, a version. */
export class RgNews extends LitElement {
  static override styles = [controlStyles, newsStyles];

  @property({ attribute: false }) ui!: Ui;

  override render() {
    return this.ui.config.news.map(
      ({ kind, title, text, works }) =>
        html`<details data-kind=${kind}>
          <summary>${title}</summary>
          ${works ? html`<p class="time">${this.#time(works)}</p>` : nothing}
          <p class="text">${text}</p>
        </details>`,
    );
  }

  #time({ from, until }: NonNullable<CurrentNews['works']>): string {
    return `${bothTimes(this.ui, from)} – ${bothTimes(this.ui, until, 'named')}`;
  }
}
