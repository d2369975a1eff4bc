import { html, nothing } from 'lit';
import { localDate } from '#shared/time.ts';
import type { ReleaseView } from '#shared/wire/releases.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref } from '#desk/routes.ts';
import { listBody, primaryAct, sectionForm, sectionHead } from '#desk/sections/parts.ts';
import { releaseDay, releaseTag } from '#desk/sections/releases/release-facts.ts';
import { addRelease } from '#desk/sections/releases/release-forms.ts';
import { releasesApi } from '#desk/sections/releases/releases-api.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { inLanguage } from '#desk/sections/versions/in-language.ts';
import { versionWords } from '#desk/sections/versions/version-words.ts';

/** The registry of versions: by product, the highest first. */
export class DeskReleases extends SectionElement {
  #list = sectionList<ReleaseView>(this, (after) => this.#api.list(after));

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
        ${sectionHead(
          words,
          'releases',
          say('releases.lead'),
          primaryAct(say('releases.add'), this.#add),
        )}
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'flag', fact: say('releases.empty'), more: say('releases.emptyMore') },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh())}`;
  }

  #row = (release: ReleaseView) => {
    const { words, vendor, readerZone } = this.scene;
    const say = this.#say;
    const { id, product, version, waiting, problems, texts } = release;
    const fixes = inLanguage(texts, words.locale)?.fixes ?? [];
    const facts = [
      ...(waiting > 0 ? [say('releases.waiting', { count: waiting })] : []),
      ...(problems.length > 0 ? [say('releases.ends', { count: problems.length })] : []),
    ];
    return html`<a class="title figures" href=${sectionHref(vendor.key, 'releases', id)}
        >${version}${this.#manyProducts ? html` · ${product}` : nothing}</a
      >
      <span class="meta figures"
        >${releaseDay(this.scene, release)}${facts.map((fact) => html` · ${fact}`)}</span
      >
      ${fixes.length > 0 ? html`<span class="meta">${fixes.join(' · ')}</span>` : nothing}
      <span class="side"
        >${releaseTag(this.scene, release, localDate(readerZone, Date.now()))}</span
      >`;
  };

  /** A vendor of one product need not read its name. */
  get #manyProducts() {
    const { state } = this.#list;
    return state.phase === 'ready' && state.page.rows.some(({ product }) => product !== 'main');
  }

  #add = async () => {
    const problems = await this.#api.openProblems();
    const { locale } = this.scene.words;
    await this.form.open(
      addRelease({
        say: this.#say,
        api: this.#api,
        locale,
        // without them a version can be entered all the same
        problems: problems.ok ? problems.value.problems : [],
      }),
    );
  };

  get #say() {
    return versionWords(this.scene.words.locale);
  }

  get #api() {
    return releasesApi(this.scene.fetch, this.scene.vendor.key);
  }
}
