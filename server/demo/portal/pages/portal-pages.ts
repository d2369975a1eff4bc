import { html } from 'hono/html';
import type { Install } from '#server/demo/portal/install.ts';
import { catalogue } from '#server/demo/portal/pages/catalogue.ts';
import type { Markup, Page } from '#server/demo/portal/pages/layout.ts';
import { fullName, type PageContext } from '#server/demo/portal/pages/page-context.ts';
import { frameForPage } from '#server/demo/portal/pages/shown-frame.ts';
import { workPage } from '#server/demo/portal/pages/work-pages.ts';
import type { PhpMap } from '#server/demo/portal/php.ts';

/** The page at a path of a portal; undefined where there is none. */
export function portalPage(context: PageContext): Page | undefined {
  const { pathname } = context.url;
  const { texts } = context;
  const app = /^\/marketplace\/app\/(\d+)\/$/.exec(pathname)?.[1];
  if (app !== undefined) return appPage(context, Number(app));
  const code = /^\/marketplace\/view\/([\w.]+)\/$/.exec(pathname)?.[1];
  if (code !== undefined) return linkPage(context, code);
  if (pathname === '/marketplace/') return catalogue(context);
  const deal = /^\/crm\/deal\/details\/(\d+)\/$/.exec(pathname)?.[1];
  if (deal !== undefined) return dealPage(context, deal);
  if (pathname === '/stream/') return feed(context);
  const user = /^\/company\/personal\/user\/(\d+)\/$/.exec(pathname)?.[1];
  if (user !== undefined) return profilePage(context, Number(user));
  const work = workPage(context);
  if (work) return work;
  const plain = { '/tasks/': texts.tasks, '/docs/': texts.documents, '/company/': texts.company };
  const title = Object.hasOwn(plain, pathname) ? plain[pathname as keyof typeof plain] : undefined;
  return title === undefined
    ? undefined
    : {
        title,
        main: html`<h1>${title}</h1>
          <p class="card">${texts.empty}</p>`,
      };
}

const feed = ({ texts }: PageContext): Page => ({
  title: texts.feed,
  main: html`<h1>${texts.feed}</h1>
    <article class="card">${texts.feedPost}</article>`,
});

function profilePage({ portal, texts }: PageContext, id: number): Page | undefined {
  const person = portal.people.get(id);
  return (
    person && {
      title: fullName(person),
      main: html`<h1>${fullName(person)}</h1>
        <p class="card">${person.position || texts.company}<br />${person.email}</p>`,
    }
  );
}

/** The app's own page, or its installer, in the middle of the portal. */
function appPage(context: PageContext, id: number): Page | undefined {
  const { portal, texts } = context;
  const install = [...portal.installs.values()].find((one) => one.id === id && !one.removed);
  if (!install) return { title: texts.apps, main: notice(texts.not_in_portal) };
  const title = install.app.title[portal.language];
  return {
    title,
    main: html`<h1 class="sr" data-app-title>${title}</h1>
      ${frameOrNotice(context, install, { placement: 'DEFAULT' })}`,
  };
}

const notice = (text: string): Markup => html`<p class="card notice" role="status">${text}</p>`;

function frameOrNotice(
  { world, portal, person, texts }: PageContext,
  install: Install,
  wish: { readonly placement: string; readonly options?: PhpMap },
): Markup {
  const shown = frameForPage(world, portal, {
    clientId: install.app.clientId,
    userId: person.id,
    ...wish,
  });
  return typeof shown === 'string'
    ? notice(texts[shown])
    : html`<div class="frame" data-frame="${JSON.stringify(shown)}"></div>`;
}

/** A link into the app: it opens in a slider over the feed, and gets the parameters of the link. */
function linkPage(context: PageContext, code: string): Page {
  const { portal, url, texts } = context;
  const install = [...portal.installs.values()].find(
    ({ app, removed }) => app.code === code && !removed,
  );
  const main = feed(context).main;
  if (!install) return { title: texts.apps, main: notice(texts.not_in_portal) };
  const options: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    const key = /^params\[([\w-]+)\]$/.exec(name)?.[1];
    if (key !== undefined) options[key] = value;
  }
  const wish = { clientId: install.app.clientId, placement: 'REST_APP_URI', options };
  return {
    title: install.app.title[portal.language],
    main: html`${main}
      <div data-deep-link="${JSON.stringify(wish)}"></div>`,
  };
}

function dealPage(context: PageContext, id: string): Page {
  const { portal, url, texts, person } = context;
  const tabs = [...portal.installs.values()].flatMap((install) =>
    (install.installed && !install.removed ? install.placements : [])
      .filter(({ placement }) => placement === 'CRM_DEAL_DETAIL_TAB')
      .map(({ title }) => ({ title, install })),
  );
  const at = Number(url.searchParams.get('tab') ?? -1);
  const open = tabs[at];
  const uri = `${url.pathname}?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER`;
  const placed = { placement: 'CRM_DEAL_DETAIL_TAB', options: { ID: id, URI: uri } };
  return {
    title: texts.deal,
    main: html`<h1>${texts.deal}</h1>
      <nav class="tabs">
        <a href="${url.pathname}" aria-current="${open ? 'false' : 'page'}">${texts.general}</a>
        ${tabs.map(
          ({ title }, index) =>
            html`<a
              href="${url.pathname}?tab=${index}"
              aria-current="${index === at ? 'page' : 'false'}"
              >${title}</a
            >`,
        )}
        ${
          open
            ? html`<button type="button" data-fire="onCrmEntityUpdate">${texts.dealStage}</button>`
            : ''
        }
      </nav>
      ${
        open
          ? frameOrNotice(context, open.install, placed)
          : html`<dl class="card">
              <dt>${texts.dealTitle}</dt>
              <dd>${fullName(person)}</dd>
              <dt>${texts.amount}</dt>
              <dd>1 240 000</dd>
              <dt>${texts.stage}</dt>
              <dd>${texts.stageValue}</dd>
            </dl>`
      }`,
  };
}
