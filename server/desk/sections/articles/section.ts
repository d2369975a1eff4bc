import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { sectionHref } from '#desk/routes.ts';
import { itemOfView, newOf, viewOf } from '#desk/sections/articles/article-views.ts';
import { DeskArticleEditor } from '#desk/sections/articles/desk-article-editor.ts';
import { DeskArticleTasks } from '#desk/sections/articles/desk-article-tasks.ts';
import { DeskArticle } from '#desk/sections/articles/desk-article.ts';
import { DeskArticles } from '#desk/sections/articles/desk-articles.ts';
import type { ArticleSaved } from '#desk/sections/articles/save-article.ts';
import type { Section, SectionScene } from '#desk/sections/section.ts';

/** Articles of a vendor's documentation: looked for, read, written, given to readers. */
export const section: Section = {
  define: () => {
    customElements.define('desk-articles', DeskArticles);
    customElements.define('desk-article', DeskArticle);
    customElements.define('desk-article-editor', DeskArticleEditor);
    customElements.define('desk-article-tasks', DeskArticleTasks);
  },
  items: true,
  show: (scene) => {
    if (viewOf(scene.item)) return html`<desk-articles .scene=${scene}></desk-articles>`;
    const page =
      newOf(scene.item ?? '') === undefined
        ? html`<desk-article .scene=${scene}></desk-article>`
        : newArticle(scene);
    return html`${keyed(scene.item, page)}`;
  },
};

/** Once it is stored it has an address of its own. */
function newArticle(scene: SectionScene) {
  // the way back leads past the page on which it was written
  const go = (item: string | undefined) =>
    location.replace(sectionHref(scene.vendor.key, 'articles', item));
  const left = itemOfView(newOf(scene.item ?? '') ? 'tasks' : 'all');
  return html`<desk-article-editor
    .scene=${scene}
    @desk-article-saved=${({ detail }: CustomEvent<ArticleSaved>) => go(detail.id)}
    @desk-article-left=${() => go(left)}
  ></desk-article-editor>`;
}
