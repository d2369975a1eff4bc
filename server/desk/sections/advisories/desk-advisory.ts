import { html, nothing } from 'lit';
import type { AdvisoryDetail } from '#shared/wire/advisories.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { icon } from '#desk/icons.ts';
import { sectionHref } from '#desk/routes.ts';
import { advisoriesApi } from '#desk/sections/advisories/advisories-api.ts';
import {
  advisoryVersions,
  readersNotice,
  restrictedStyles,
  severityTag,
} from '#desk/sections/advisories/advisory-facts.ts';
import { editAdvisory, publishAdvisory } from '#desk/sections/advisories/advisory-forms.ts';
import { deliveryLog, deliveryRows } from '#desk/sections/news/delivery-rows.ts';
import { newsWords } from '#desk/sections/news/news-words.ts';
import { backLink, itemBody, policyClause, primaryAct, sectionForm } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { versionWords } from '#desk/sections/versions/version-words.ts';

/** One vulnerability: who may read it, what ends it, what publishing does; then who was told. */
export class DeskAdvisory extends SectionElement {
  static override styles = [...SectionElement.styles, restrictedStyles];

  #item = feedController<AdvisoryDetail>(
    this,
    () => this.#api.read(this.#id),
    (advisory, before) => {
      if (before && before.told !== advisory.told) this.#log.refresh();
    },
  );
  /** A published advisory is an announcement of the same id. */
  #log = deliveryLog(this, () => this.#id);

  protected override begin() {
    this.#log.restart();
    this.#item.restart();
  }

  override render() {
    const { words, vendor } = this.scene;
    return html`<div class="inner">
        ${backLink(words, sectionHref(vendor.key, 'advisories'))}
        ${itemBody(words, this.#item.state, this.#draw, () => this.#item.refresh())}
      </div>
      ${sectionForm(words, this.#done, 'wide')}`;
  }

  #draw = (advisory: AdvisoryDetail) => {
    const say = this.#say;
    const { title, text, mitigation } = advisory.texts[this.scene.words.locale];
    return html`<div class="head">
        <h2 tabindex="-1">${title}</h2>
        ${severityTag(say, advisory)}
        ${advisory.publishedAt === null ? this.#acts(advisory) : nothing}
      </div>
      ${readersNotice(say, advisory)}
      <p class="figures">${advisoryVersions(say, advisory)}</p>
      ${advisory.publishedAt === null ? this.#before(advisory) : this.#after(advisory)}
      <section class="part">
        <h3>${say('advisories.what')}</h3>
        <p class="said">${text}</p>
      </section>
      <section class="part">
        <h3>${say('advisories.mitigation')}</h3>
        ${
          mitigation
            ? html`<p class="said">${mitigation}</p>`
            : html`<p class="quiet">${say('advisories.noMitigation')}</p>`
        }
      </section>
      ${advisory.publishedAt === null ? nothing : this.#deliveries()}`;
  };

  #acts(advisory: AdvisoryDetail) {
    const say = this.#say;
    const { locale } = this.scene.words;
    return html`<button class="edged" type="button" @click=${() => this.#edit(advisory)}>
        ${say('advisories.edit')}
      </button>
      ${primaryAct(say('advisories.publish'), () => this.form.open(publishAdvisory(say, this.#api, advisory, locale)))}`;
  }

  /** What publishing needs and does. */
  #before({ cured, clause, reach }: AdvisoryDetail) {
    const { words, vendor } = this.scene;
    const say = this.#say;
    if (!cured) {
      return html`<p class="stale">
        ${icon('alert', 14)}
        ${say('advisories.uncured')}${
          clause ? html` — ${policyClause(words, vendor.key, clause)}` : nothing
        }
      </p>`;
    }
    return html`<p class="figures">
      ${reach > 0 ? say('advisories.reach', { count: reach }) : say('advisories.reachNobody')}
    </p>`;
  }

  /** Where everybody reads it, and how far the letters have come. */
  #after({ page, publishedAt, toldAt, told }: AdvisoryDetail) {
    const say = this.#say;
    const time = publishedAt === null ? '' : this.moment(publishedAt);
    return html`<p class="figures" role="status">
      ${say('advisories.published', { time })}.
      ${
        toldAt === null
          ? say('advisories.telling')
          : told > 0
            ? say('advisories.told', { count: told })
            : say('advisories.toldNobody')
      }
      <a class="clause" href=${page ?? ''} target="_blank" rel="noopener"
        >${say('advisories.openPage')}</a
      >
    </p>`;
  }

  #deliveries() {
    const { words } = this.scene;
    const news = newsWords(words.locale);
    return html`<section class="part">
      <h3>${news('log.title')}</h3>
      ${deliveryRows(words, this.#log, (at) => this.moment(at))}
    </section>`;
  }

  async #edit(advisory: AdvisoryDetail) {
    const { locale } = this.scene.words;
    const found = await this.#api.versions();
    const versions = found.ok ? found.value.releases : [];
    await this.form.open(
      editAdvisory({ say: this.#say, api: this.#api, versions, locale }, advisory),
    );
  }

  #done = async () => {
    this.#item.refresh();
    await this.updateComplete;
    // the button that was pressed may be gone
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  };

  get #id() {
    return this.scene.item ?? '';
  }

  get #say() {
    return versionWords(this.scene.words.locale);
  }

  get #api() {
    return advisoriesApi(this.scene.fetch, this.scene.vendor.key);
  }
}
