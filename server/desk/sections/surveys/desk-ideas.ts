import { html, nothing } from 'lit';
import { ideaTargets } from '#shared/people.ts';
import { mapResult } from '#shared/result.ts';
import type { ColleagueList } from '#shared/wire/colleagues.ts';
import type { IdeaList } from '#shared/wire/ideas.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { ticketHref } from '#desk/routes.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import { newsWords, type SayNews } from '#desk/sections/news/news-words.ts';
import { listBody, sectionForm, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { surveysApi } from '#desk/sections/surveys/surveys-api.ts';

type Idea = IdeaList['ideas'][number];
type Listed = Idea & { readonly id: string };

/** Proposals that wait for an owner or an outcome. */
export class DeskIdeas extends SectionElement {
  #list = sectionList<Listed>(this, (after) => this.#api.ideas(this.scene.words.locale, after));

  protected override begin() {
    this.#list.restart();
  }

  /** There may be another one. */
  refresh(): void {
    this.#list.refresh();
  }

  override render() {
    const { words } = this.scene;
    const say = newsWords(words.locale);
    return html`<div class="inner">
        <div class="head"><h2>${say('ideas.title')}</h2></div>
        <p class="lead">${say('ideas.lead')}</p>
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'note', fact: say('ideas.empty'), more: say('ideas.emptyMore') },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh())}`;
  }

  #row = ({ ticket, owner, target, dueAt, overdue }: Idea) => {
    const say = newsWords(this.scene.words.locale);
    const open = (spec: FormSpec) => () => this.form.open(spec);
    return html`<a class="title" href=${ticketHref(this.scene.vendor.key, ticket.id)}
        >${ticket.number} · ${ticket.subject}</a
      >
      <span class="meta figures"
        >${say(`ideas.target.${target}`)} ·
        ${owner ? say('ideas.answers', { agent: owner.name }) : say('ideas.nobody')} ·
        ${say('ideas.due', { time: this.moment(dueAt) })}</span
      >
      <span class="side">
        ${overdue ? tag('late', 'alert', say('ideas.overdue')) : nothing}
        <button
          class="edged"
          type="button"
          @click=${() => this.#nameOwner(ticket, owner?.id ?? '')}
        >
          ${say('ideas.owner')}
        </button>
        <button class="edged" type="button" @click=${open(this.#targetForm(say, ticket, target))}>
          ${say('ideas.target')}
        </button>
      </span>`;
  };

  async #nameOwner(ticket: Idea['ticket'], agent: string) {
    const say = newsWords(this.scene.words.locale);
    const list = await this.#api.colleagues();
    const colleagues: ColleagueList['rows'] = list.ok ? list.value.rows : [];
    await this.form.open({
      title: say('ideas.owner'),
      submit: say('ideas.owner'),
      subject: ticket.subject,
      values: { agent },
      fields: () => [
        {
          kind: 'pick',
          name: 'agent',
          label: say('ideas.agent'),
          options: colleagues.map(({ id, name }) => ({ id, label: name })),
        },
      ],
      send: async (values) =>
        mapResult(await this.#api.name(ticket.id, values['agent'] ?? ''), () => null),
    });
  }

  #targetForm(say: SayNews, ticket: Idea['ticket'], target: Idea['target']): FormSpec {
    return {
      title: say('ideas.target'),
      submit: say('ideas.target'),
      subject: ticket.subject,
      values: { target },
      fields: () => [
        {
          kind: 'pick',
          name: 'target',
          label: say('ideas.target'),
          options: ideaTargets.map((id) => ({ id, label: say(`ideas.target.${id}`) })),
        },
      ],
      send: async (values) =>
        mapResult(await this.#api.aim(ticket.id, values['target'] ?? ''), () => null),
    };
  }

  get #api() {
    return surveysApi(this.scene.fetch, this.scene.vendor.key);
  }
}
