import { html, nothing } from 'lit';
import type { AdvisoryView } from '#shared/wire/advisories.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { icon } from '#desk/icons.ts';
import { sectionHref } from '#desk/routes.ts';
import { advisoriesApi } from '#desk/sections/advisories/advisories-api.ts';
import {
  advisoryVersions,
  restrictedStyles,
  severityTag,
} from '#desk/sections/advisories/advisory-facts.ts';
import { addAdvisory } from '#desk/sections/advisories/advisory-forms.ts';
import { listBody, primaryAct, sectionForm, sectionHead, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { versionWords } from '#desk/sections/versions/version-words.ts';

/** Vulnerabilities that the agent may see: who else sees each, how bad it is, what ends it. */
export class DeskAdvisories extends SectionElement {
  static override styles = [...SectionElement.styles, restrictedStyles];

  #list = sectionList<AdvisoryView>(this, (after) => this.#api.list(after));

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words, vendor } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
        ${sectionHead(
          words,
          'advisories',
          say('advisories.lead'),
          html`<a
              class="edged"
              href=${`/advisories/${vendor.key}?lang=${words.locale}`}
              target="_blank"
              rel="noopener"
              >${say('advisories.page')}</a
            >
            ${primaryAct(say('advisories.add'), this.#add)}`,
        )}
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: {
            icon: 'shield',
            fact: say('advisories.empty'),
            more: say('advisories.emptyMore'),
          },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh(), 'wide')}`;
  }

  #row = (advisory: AdvisoryView) => {
    const { words, vendor } = this.scene;
    const say = this.#say;
    const { id, texts, publishedAt, toldAt, told } = advisory;
    return html`<a class="title" href=${sectionHref(vendor.key, 'advisories', id)}
        >${texts[words.locale].title}</a
      >
      <span class="meta figures">${advisoryVersions(say, advisory)}</span>
      ${
        publishedAt === null
          ? nothing
          : html`<span class="meta figures"
              >${say('advisories.published', { time: this.moment(publishedAt) })} ·
              ${
                toldAt === null
                  ? say('advisories.telling')
                  : say('advisories.told', { count: told })
              }</span
            >`
      }
      <span class="side"
        >${severityTag(say, advisory)}${
          publishedAt === null
            ? html`<span class="tag note">${icon('lock', 14)}${say('advisories.restricted')}</span>`
            : tag('met', 'check', say('advisories.openPage'))
        }</span
      >`;
  };

  #add = async () => {
    const { locale } = this.scene.words;
    const versions = await this.#api.versions();
    await this.form.open(
      addAdvisory({
        say: this.#say,
        api: this.#api,
        // without the registry the version is typed
        versions: versions.ok ? versions.value.releases : [],
        locale,
      }),
    );
  };

  get #say() {
    return versionWords(this.scene.words.locale);
  }

  get #api() {
    return advisoriesApi(this.scene.fetch, this.scene.vendor.key);
  }
}
