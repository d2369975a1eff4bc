import { html } from 'lit';
import type { ArticleTaskList } from '#shared/wire/ideas.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref, ticketHref } from '#desk/routes.ts';
import { finishTask } from '#desk/sections/articles/article-forms.ts';
import { itemOfNew } from '#desk/sections/articles/article-views.ts';
import { articlesApi } from '#desk/sections/articles/articles-api.ts';
import { knowledgeWords } from '#desk/sections/knowledge/knowledge-words.ts';
import { listBody, sectionForm } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';

type Task = ArticleTaskList['tasks'][number];

/** Articles that somebody wished for, the longest waiting first. */
export class DeskArticleTasks extends SectionElement {
  #list = sectionList<Task>(this, (after) => this.#api.tasks(after));

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = this.#say;
    return html`${listBody(words, this.#list, {
      row: this.#row,
      empty: { icon: 'book', fact: say('tasks.empty'), more: say('tasks.emptyMore') },
    })}
    ${sectionForm(words, () => this.#list.refresh())}`;
  }

  #row = (task: Task) => {
    const { vendor } = this.scene;
    const say = this.#say;
    const write = sectionHref(
      vendor.key,
      'articles',
      itemOfNew({ task: task.id, ticket: task.ticket }),
    );
    return html`<span class="title">${task.subject}</span>
      <span class="meta figures"
        ><a href=${ticketHref(vendor.key, task.ticket)}>${task.number}</a> ·
        ${say('tasks.since', { time: this.moment(task.createdAt) })}</span
      >
      <span class="side">
        <button class="edged" type="button" @click=${() => void this.#finish(task)}>
          ${say('tasks.finish')}
        </button>
        <a class="edged" href=${write} aria-label="${say('articles.write')}: ${task.subject}"
          >${say('articles.write')}</a
        >
      </span>`;
  };

  async #finish(task: Task) {
    const published = await this.#api.list('published');
    await this.form.open(
      finishTask(this.#say, this.#api, task, published.ok ? published.value.rows : []),
    );
  }

  get #say() {
    return knowledgeWords(this.scene.words.locale);
  }

  get #api() {
    const { fetch, vendor, words } = this.scene;
    return articlesApi(fetch, vendor.key, words.locale);
  }
}
