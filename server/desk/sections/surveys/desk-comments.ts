import { html } from 'lit';
import { mapResult } from '#shared/result.ts';
import type { SurveyComment } from '#shared/wire/surveys.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { icon } from '#desk/icons.ts';
import { ticketHref } from '#desk/routes.ts';
import { newsWords } from '#desk/sections/news/news-words.ts';
import { listBody, sectionForm } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { surveysApi } from '#desk/sections/surveys/surveys-api.ts';

/**
 * What people wrote to surveys in their own words; each can be handed on once as a request.
 * @fires desk-comment-handed - one was: there may be another proposal
 */
export class DeskComments extends SectionElement {
  #list = sectionList<SurveyComment>(this, (after) => this.#api.comments(after));

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = this.#say;
    return html`<div class="inner">
        <div class="head"><h2>${say('comments.title')}</h2></div>
        <p class="lead">${say('comments.lead')}</p>
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'chat', fact: say('comments.empty'), more: say('comments.emptyMore') },
        })}
      </div>
      ${sectionForm(words, this.#handed)}`;
  }

  #row = ({ id, comment, score, askedAt, answeredAt, ticket, number }: SurveyComment) => {
    const say = this.#say;
    const told = [
      score === null ? say('comments.noScore') : say('comments.score', { score }),
      say('comments.wave', { time: this.moment(askedAt) }),
      say('comments.answered', { time: this.moment(answeredAt) }),
    ];
    return html`<span class="title words" id=${`said-${id}`}>${comment}</span>
      <span class="meta figures">${told.join(' · ')}</span>
      <span class="side">
        ${
          ticket === null
            ? html`<button
                class="edged"
                type="button"
                aria-describedby=${`said-${id}`}
                @click=${() => this.#handOn(id, comment)}
              >
                ${say('comments.handOn')}
              </button>`
            : html`<a class="tag met" href=${ticketHref(this.scene.vendor.key, ticket)}
                >${icon('check', 14)}${say('comments.handed', { number: number ?? ticket })}</a
              >`
        }
      </span>`;
  };

  async #handOn(id: string, comment: string) {
    const say = this.#say;
    const choices = await this.#api.choices(this.scene.words.locale);
    const categories = choices.ok ? choices.value.categories : [];
    await this.form.open({
      title: say('comments.handOn'),
      submit: say('comments.handOn'),
      subject: comment,
      note: say('comments.note'),
      values: { category: categories.find(({ proposal }) => proposal)?.id ?? '' },
      fields: () => [
        { kind: 'pick', name: 'category', label: say('comments.category'), options: categories },
      ],
      send: async ({ category = '' }) =>
        mapResult(await this.#api.handOn(id, category), () => null),
    });
  }

  #handed = () => {
    this.#list.refresh();
    this.dispatchEvent(new CustomEvent('desk-comment-handed'));
  };

  get #say() {
    return newsWords(this.scene.words.locale);
  }

  get #api() {
    return surveysApi(this.scene.fetch, this.scene.vendor.key);
  }
}
