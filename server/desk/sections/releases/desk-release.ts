import { html, nothing } from 'lit';
import type { ReleaseDetail } from '#shared/wire/releases.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { sectionHref } from '#desk/routes.ts';
import { backLink, itemBody, primaryAct, sectionForm } from '#desk/sections/parts.ts';
import { releaseDay } from '#desk/sections/releases/release-facts.ts';
import { changeFixes } from '#desk/sections/releases/fixes-form.ts';
import { planRelease, shipRelease } from '#desk/sections/releases/release-forms.ts';
import { releasesApi } from '#desk/sections/releases/releases-api.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { inLanguage } from '#desk/sections/versions/in-language.ts';
import { versionWords } from '#desk/sections/versions/version-words.ts';

/** One version: its day, whom it reaches, what it ends; and the press that lets it come out. */
export class DeskRelease extends SectionElement {
  #item = feedController<ReleaseDetail>(this, () => this.#api.read(this.scene.item ?? ''));

  protected override begin() {
    this.#item.restart();
  }

  override render() {
    const { words, vendor } = this.scene;
    return html`<div class="inner">
        ${backLink(words, sectionHref(vendor.key, 'releases'))}
        ${itemBody(words, this.#item.state, this.#draw, () => this.#item.refresh())}
      </div>
      ${sectionForm(words, this.#done, 'wide')}`;
  }

  #draw = (release: ReleaseDetail) => {
    const say = this.#say;
    const { product, version, current, texts, ends } = release;
    const { locale } = this.scene.words;
    const fixes = inLanguage(texts, locale)?.fixes ?? [];
    const name = say('releases.name', { version });
    return html`<div class="head">
        <h2 tabindex="-1" class="figures">
          ${name}${product === 'main' ? nothing : html` · ${product}`}
        </h2>
        ${this.#acts(release)}
      </div>
      <p class="figures">
        ${releaseDay(this.scene, release)}${current ? html` · ${say('releases.isCurrent')}` : nothing}
      </p>
      <section class="part">
        <h3>${say('releases.reach')}</h3>
        <p class="figures" role="status">${this.#reach(release)}</p>
      </section>
      <section class="part">
        <h3>${say('releases.mends')}</h3>
        ${
          fixes.length + ends.length === 0
            ? html`<p class="quiet">${say('releases.mendsNothing')}</p>`
            : html`<ul class="points">
                ${fixes.map((line) => html`<li>${line}</li>`)}
                ${ends.map(
                  ({ id, titles }) =>
                    html`<li>
                      <a href=${sectionHref(this.scene.vendor.key, 'known-problems', id)}
                        >${inLanguage(titles, locale) ?? id}</a
                      >
                    </li>`,
                )}
              </ul>`
        }
      </section>`;
  };

  #acts(release: ReleaseDetail) {
    const say = this.#say;
    const change = html`<button
      class="edged"
      type="button"
      @click=${() => this.#changeFixes(release)}
    >
      ${say('releases.changeFixes')}
    </button>`;
    if (release.releasedOn !== null) return change;
    return html`${change}
      <button
        class="edged"
        type="button"
        @click=${() => this.form.open(planRelease(say, this.#api, release))}
      >
        ${say('releases.plan')}
      </button>
      ${primaryAct(say('releases.ship'), () => this.form.open(shipRelease(say, this.#api, release)))}`;
  }

  async #changeFixes(release: ReleaseDetail) {
    const { locale } = this.scene.words;
    const open = await this.#api.openProblems();
    // without them what it mends can be said anew all the same
    const problems = open.ok ? open.value.problems : [];
    await this.form.open(
      changeFixes({ say: this.#say, api: this.#api, locale, problems }, release),
    );
  }

  /** Whom it reaches: would, is about to, has. */
  #reach({ releasedOn, toldAt, waiting, reach }: ReleaseDetail) {
    const say = this.#say;
    if (releasedOn === null) {
      return reach.tickets === 0
        ? say('reach.nobody')
        : `${say('reach.tickets', { count: waiting })} ${say('reach.people', { count: reach.people })}`;
    }
    if (toldAt === null) return say('reach.telling');
    return reach.tickets === 0
      ? say('reach.nobodyWaited')
      : `${say('reach.toldTickets', { count: reach.tickets })} ${say('reach.toldPeople', { count: reach.people })}`;
  }

  #done = async () => {
    this.#item.refresh();
    await this.updateComplete;
    // the button that was pressed may be gone
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  };

  get #say() {
    return versionWords(this.scene.words.locale);
  }

  get #api() {
    return releasesApi(this.scene.fetch, this.scene.vendor.key);
  }
}
