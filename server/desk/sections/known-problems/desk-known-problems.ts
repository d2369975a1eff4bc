import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref } from '#desk/routes.ts';
import {
  problemEnd,
  problemStates,
  problemTag,
} from '#desk/sections/known-problems/problem-facts.ts';
import { addProblem, problemChoices } from '#desk/sections/known-problems/problem-forms.ts';
import { problemsApi } from '#desk/sections/known-problems/problems-api.ts';
import { listBody, primaryAct, sectionForm, sectionHead } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { affectedVersions } from '#desk/sections/versions/affected.ts';
import { inLanguage } from '#desk/sections/versions/in-language.ts';
import { versionWords } from '#desk/sections/versions/version-words.ts';

/** Known problems: which versions have them, how to get round them, what ends them. */
export class DeskKnownProblems extends SectionElement {
  @state() private shown = '';

  #list = sectionList<KnownProblemView>(this, (after) => this.#api.list(this.shown, after));

  protected override begin() {
    this.shown = '';
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
        ${sectionHead(
          words,
          'known-problems',
          say('problems.lead'),
          html`<label
              >${say('problems.shown')}
              <select class="pill" .value=${this.shown} @change=${this.#choose}>
                <option value="">${say('problems.all')}</option>
                ${problemStates.map(
                  (one) => html`<option value=${one}>${say(`problems.state.${one}`)}</option>`,
                )}
              </select>
            </label>
            ${primaryAct(say('problems.add'), this.#add)}`,
        )}
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'note', fact: say('problems.empty'), more: say('problems.emptyMore') },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh(), 'wide')}`;
  }

  #row = (problem: KnownProblemView) => {
    const { words, vendor } = this.scene;
    const say = this.#say;
    const { title, workaround } = inLanguage(problem.texts, words.locale) ?? { title: problem.id };
    return html`<a class="title" href=${sectionHref(vendor.key, 'known-problems', problem.id)}
        >${title}</a
      >
      <span class="meta figures"
        >${affectedVersions(say, problem)} ·
        ${problemEnd(say, problem)}${
          problem.tickets > 0
            ? html` · ${say('problems.tickets', { count: problem.tickets })}`
            : nothing
        }</span
      >
      <span class="meta ${workaround ? '' : 'quiet'}"
        >${workaround ? say('problems.roundIs', { words: workaround }) : say('problems.noRound')}</span
      >
      <span class="side">${problemTag(say, problem)}</span>`;
  };

  #choose = (event: Event) => {
    this.shown = (event.target as HTMLSelectElement).value;
    this.#list.restart();
  };

  #add = async () => {
    const { locale } = this.scene.words;
    const choices = await problemChoices(this.#api, locale);
    await this.form.open(addProblem({ say: this.#say, api: this.#api, locale, ...choices }));
  };

  get #say() {
    return versionWords(this.scene.words.locale);
  }

  get #api() {
    return problemsApi(this.scene.fetch, this.scene.vendor.key);
  }
}
