import { html, nothing } from 'lit';
import type { ListedTicket } from '#shared/wire/ticket-list.ts';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import { feedController } from '#desk/controllers/feed.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref, ticketHref } from '#desk/routes.ts';
import { problemEnd, problemTag } from '#desk/sections/known-problems/problem-facts.ts';
import {
  changeProblem,
  editProblem,
  problemChoices,
} from '#desk/sections/known-problems/problem-forms.ts';
import { problemsApi } from '#desk/sections/known-problems/problems-api.ts';
import { backLink, itemBody, listBody, primaryAct, sectionForm } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { affectedVersions } from '#desk/sections/versions/affected.ts';
import { inLanguage } from '#desk/sections/versions/in-language.ts';
import { versionWords } from '#desk/sections/versions/version-words.ts';

/** One known problem: what holds of it, the way round, the requests that are about it. */
export class DeskKnownProblem extends SectionElement {
  #item = feedController<KnownProblemView>(this, () => this.#api.read(this.#id), undefined, null);
  #tickets = sectionList<ListedTicket>(this, (after) => this.#api.tickets(this.#id, after));

  protected override begin() {
    this.#item.restart();
    this.#tickets.restart();
  }

  override render() {
    const { words, vendor } = this.scene;
    return html`<div class="inner">
        ${backLink(words, sectionHref(vendor.key, 'known-problems'))}
        ${itemBody(words, this.#item.state, this.#draw, () => this.#item.refresh())}
      </div>
      ${sectionForm(words, () => this.#item.refresh(), 'wide')}`;
  }

  #draw = (problem: KnownProblemView) => {
    const { words } = this.scene;
    const say = this.#say;
    const { title, workaround } = inLanguage(problem.texts, words.locale) ?? { title: problem.id };
    return html`<div class="head">
        <h2>${title}</h2>
        ${problemTag(say, problem)}
        <button class="edged" type="button" @click=${() => this.#change(problem)}>
          ${say(problem.state === 'withdrawn' ? 'problems.restore' : 'problems.withdraw')}
        </button>
        ${primaryAct(say('problems.edit'), () => this.#edit(problem))}
      </div>
      <p class="figures">${affectedVersions(say, problem)} · ${problemEnd(say, problem)}</p>
      <section class="part">
        <h3>${say('problems.round')}</h3>
        ${
          workaround
            ? html`<p class="said">${workaround}</p>`
            : html`<p class="quiet">${say('problems.noRound')}</p>`
        }
        ${problem.articleId === null ? nothing : html`<p class="meta">${say('problems.hasArticle')}</p>`}
      </section>
      <section class="part">
        <h3>${say('problems.about')}</h3>
        ${listBody(words, this.#tickets, {
          row: this.#ticket,
          empty: {
            icon: 'inbox',
            fact: say('problems.noTickets'),
            more: say('problems.howToLink'),
          },
        })}
      </section>`;
  };

  #ticket = ({ id, number, subject, status, createdAt }: ListedTicket) =>
    html`<a class="title" href=${ticketHref(this.scene.vendor.key, id)}>${subject}</a>
      <span class="meta figures"
        >${number} · ${this.scene.words.say(`status.${status}`)} · ${this.moment(createdAt)}</span
      >`;

  async #edit(problem: KnownProblemView) {
    const { locale } = this.scene.words;
    const choices = await problemChoices(this.#api, locale);
    const writing = { say: this.#say, api: this.#api, locale, ...choices };
    await this.form.open(editProblem(writing, problem));
  }

  #change(problem: KnownProblemView) {
    const { locale } = this.scene.words;
    return this.form.open(changeProblem(this.#say, this.#api, problem, locale));
  }

  get #id() {
    return this.scene.item ?? '';
  }

  get #say() {
    return versionWords(this.scene.words.locale);
  }

  get #api() {
    return problemsApi(this.scene.fetch, this.scene.vendor.key);
  }
}
