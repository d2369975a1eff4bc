import { html, raw } from 'hono/html';
import { announce } from '#server/demo/portal/announce.ts';
import { changeTask } from '#server/demo/portal/change-item.ts';
import { bbToHtml } from '#server/demo/portal/pages/bb-code.ts';
import type { Markup, Page } from '#server/demo/portal/pages/layout.ts';
import type { PageContext } from '#server/demo/portal/pages/page-context.ts';
import type { PhpMap } from '#server/demo/portal/php.ts';
import { textOf } from '#server/demo/portal/rest/method.ts';
import { sayInTask, wordsBelow } from '#server/demo/portal/say-in-task.ts';
import type { Added } from '#server/demo/portal/virtual-portal.ts';
import { takeId } from '#server/demo/portal/world.ts';

const itemKind = /^crm\.item\.(\d+)$/;
const completed = '5';

/** Pages of what was added through the API: tasks, and items with their comments; undefined elsewhere. */
export function workPage(context: PageContext): Page | undefined {
  const { url, texts, portal } = context;
  const tasks = portal.added.filter(({ kind }) => kind === 'task');
  if (url.pathname === '/tasks/' && tasks.length > 0)
    return list(
      texts.tasks,
      tasks.toReversed().map((task) => taskCard(context, task)),
    );
  const items = portal.added.filter(({ kind }) => itemKind.test(kind));
  if (url.pathname === '/crm/list/')
    return list(
      texts.tickets,
      items.toReversed().map((item) => itemLine(item)),
      texts.empty,
    );
  const [, kind, id] = /^\/crm\/type\/(\d+)\/details\/(\d+)\/$/.exec(url.pathname) ?? [];
  const item = items.find((one) => one.kind === `crm.item.${kind}` && String(one.id) === id);
  return item && itemPage(context, item);
}

/** A button of these pages. @returns whether it was one */
export function actOnWork({ world, portal, person }: PageContext, form: PhpMap): boolean {
  const id = Number(textOf(form['id']));
  if (form['act'] === 'complete-task') {
    changeTask(world, portal, id, { status: completed }, person.id);
    return true;
  }
  if (form['act'] === 'say-in-task') {
    const task = portal.added.find((one) => one.kind === 'task' && one.id === id);
    if (task) sayInTask(world, portal, task, textOf(form['text']), person.id);
    return true;
  }
  if (form['act'] !== 'comment') return false;
  const commentId = takeId(world);
  portal.added.push({
    kind: 'timeline.comment',
    id: commentId,
    fields: {
      ENTITY_ID: String(id),
      ENTITY_TYPE: textOf(form['type']),
      COMMENT: textOf(form['text']),
      AUTHOR_ID: String(person.id),
    },
  });
  const data = { FIELDS: { ID: commentId } };
  announce(world, portal, 'ONCRMTIMELINECOMMENTADD', data, person.id);
  return true;
}

const list = (title: string, cards: readonly Markup[], empty = ''): Page => ({
  title,
  main: html`<h1>${title}</h1>
    ${cards.length > 0 ? cards : html`<p class="card">${empty}</p>`}`,
});

const taskCard = ({ texts, portal }: PageContext, task: Added) => {
  const { id, fields } = task;
  return html`<section class="card">
    <h2>${textOf(fields['title'])}</h2>
    <p>${raw(bbToHtml(textOf(fields['DESCRIPTION'])))}</p>
    ${wordsBelow(portal, task).map(
      ({ fields: said }) =>
        html`<article>${raw(bbToHtml(textOf(said['text'] ?? said['POST_MESSAGE'])))}</article>`,
    )}
    <form method="post" action="/demo/act">
      <input type="hidden" name="back" value="/tasks/" />
      <input type="hidden" name="id" value="${id}" />
      <label>${texts.comment} <input name="text" required maxlength="1000" /></label>
      <button name="act" value="say-in-task">${texts.say}</button>
    </form>
    ${
      fields['status'] === completed
        ? html`<p>${texts.completed}</p>`
        : html`<form method="post" action="/demo/act">
            <input type="hidden" name="back" value="/tasks/" />
            <input type="hidden" name="id" value="${id}" />
            <button name="act" value="complete-task">${texts.complete}</button>
          </form>`
    }
  </section>`;
};

const itemPath = ({ kind, id }: Added) =>
  `/crm/type/${itemKind.exec(kind)?.[1] ?? ''}/details/${id}/`;

const itemLine = (item: Added) =>
  html`<p class="card">
    <a href="${itemPath(item)}">${textOf(item.fields['title'])}</a>
  </p>`;

function itemPage({ portal, texts }: PageContext, item: Added): Page {
  const title = textOf(item.fields['title']);
  const type = `dynamic_${itemKind.exec(item.kind)?.[1] ?? ''}`;
  const own = Object.entries(item.fields).filter(([name]) => /^ufCrm|^stageId$/.test(name));
  const comments = portal.added.filter(
    ({ kind, fields }) =>
      kind === 'timeline.comment' &&
      fields['ENTITY_TYPE'] === type &&
      textOf(fields['ENTITY_ID']) === String(item.id),
  );
  return {
    title,
    main: html`<h1>${title}</h1>
      <dl class="card">
        ${own.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${textOf(value)}</dd>`,
        )}
      </dl>
      ${comments.map(
        ({ fields }) =>
          html`<article class="card">${raw(bbToHtml(textOf(fields['COMMENT'])))}</article>`,
      )}
      <form class="card" method="post" action="/demo/act">
        <input type="hidden" name="back" value="${itemPath(item)}" />
        <input type="hidden" name="id" value="${item.id}" />
        <input type="hidden" name="type" value="${type}" />
        <label>${texts.comment} <input name="text" required maxlength="1000" /></label>
        <button name="act" value="comment">${texts.say}</button>
      </form>`,
  };
}
