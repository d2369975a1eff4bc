import { html, raw } from 'hono/html';
import { phpJson } from '#server/demo/portal/php.ts';
import { bbToHtml } from '#server/demo/portal/pages/bb-code.ts';
import { icon, type IconName } from '#server/demo/portal/pages/icon.ts';
import { fullName, type PageContext } from '#server/demo/portal/pages/page-context.ts';
import { stand } from '#server/demo/portal/pages/stand.ts';

/** Markup that is safe to put into a page. */
export type Markup = ReturnType<typeof html>;

/** One page: its title and its middle. */
export interface Page {
  readonly title: string;
  readonly main: Markup;
}

/** The whole document around the middle of a page; inside a slider only the middle. */
export function layout(context: PageContext, { title, main }: Page): Markup {
  const { portal, url } = context;
  const bare = url.searchParams.get('IFRAME') === 'Y';
  return html`<!doctype html>
    <html lang="${portal.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/portal-assets/parent.css" />
        <script type="module" src="/portal-assets/parent.js"></script>
      </head>
      <body class="${bare ? 'bare' : ''}">
        ${bare ? '' : header(context)} ${bare ? '' : menu(context)}
        <main>${main}</main>
        ${bare ? '' : stand(context)}
        <script type="application/json" id="page-says">
          ${raw(saysOf(context))}
        </script>
      </body>
    </html>`;
}

/** What the script of the page needs, with nothing that could end its element. */
function saysOf({ portal, texts, person }: PageContext): string {
  const { close, choose, cancel, noTokens, notShown, page } = texts;
  const people = [...portal.people.values()].filter(({ active }) => active);
  return phpJson({
    words: { close, choose, cancel, noTokens, notShown, page },
    userId: String(person.id),
    offered: [
      ...people.map((one) => ({ id: String(one.id), name: fullName(one), kind: 'selectUser' })),
      ...people.map((one) => ({ id: `U${one.id}`, name: fullName(one), kind: 'selectAccess' })),
      { id: 'D_8061', name: texts.dealTitle, kind: 'selectCRM' },
    ],
  }).replaceAll('<', String.raw`\u003c`);
}

function header({ world, portal, person, texts }: PageContext): Markup {
  const time = new Intl.DateTimeFormat(portal.language, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(world.now() + portal.hoursEast * 3_600_000);
  const own = portal.notifications.filter(({ userId }) => userId === person.id);
  return html`<header class="top">
    <a class="name" href="/stream/">${portal.title}</a>
    <label class="search"
      >${icon('search')}<input
        type="search"
        placeholder="${texts.search}"
        aria-label="${texts.search}"
    /></label>
    <time>${time}</time>
    <details class="drop">
      <summary aria-label="${texts.notifications}">
        ${icon('bell')}${own.length > 0 ? html`<span class="count">${own.length}</span>` : ''}
      </summary>
      <div class="dropped">
        ${own.length === 0 ? html`<p>${texts.noNotifications}</p>` : ''}
        ${own.toReversed().map(({ message }) => html`<p>${raw(bbToHtml(message))}</p>`)}
      </div>
    </details>
    ${userMenu({ portal, person, texts })}
  </header>`;
}

/** The user menu, with whatever apps stand in it. */
function userMenu({ portal, person, texts }: Pick<PageContext, 'portal' | 'person' | 'texts'>) {
  const entries = [...portal.installs.values()].flatMap((install) =>
    (install.installed && !install.removed ? install.placements : [])
      .filter(({ placement }) => placement === 'USER_PROFILE_MENU')
      .map(({ title }) => ({ title, clientId: install.app.clientId })),
  );
  return html`<details class="drop">
    <summary aria-label="${fullName(person)}">${icon('clients')}</summary>
    <div class="dropped">
      <p><b>${fullName(person)}</b><br />${person.position}</p>
      <a href="/company/personal/user/${person.id}/">${texts.profile}</a>
      ${entries.map(
        ({ title, clientId }) =>
          html`<button
            type="button"
            data-open-placement="USER_PROFILE_MENU"
            data-client-id="${clientId}"
          >
            ${title}
          </button>`,
      )}
    </div>
  </details>`;
}

function menu({ portal, url, texts }: PageContext): Markup {
  const apps = [...portal.installs.values()]
    .filter(({ removed }) => !removed)
    .map(({ id, app }) => ({
      href: `/marketplace/app/${id}/`,
      name: app.title[portal.language],
      picture: 'app' as const,
    }));
  const entries: readonly { href: string; name: string; picture: IconName }[] = [
    { href: '/stream/', name: texts.feed, picture: 'feed' },
    { href: '/tasks/', name: texts.tasks, picture: 'tasks' },
    { href: '/crm/deal/details/8061/', name: texts.clients, picture: 'clients' },
    ...(portal.webhooks.length > 0
      ? [{ href: '/crm/list/', name: texts.tickets, picture: 'documents' as const }]
      : []),
    { href: '/docs/', name: texts.documents, picture: 'documents' },
    { href: '/company/', name: texts.company, picture: 'company' },
    ...apps,
    { href: '/marketplace/', name: texts.apps, picture: 'apps' },
  ];
  return html`<nav class="menu" aria-label="${texts.menu}">
    ${entries.map(
      ({ href, name, picture }) =>
        html`<a href="${href}" ${url.pathname === href ? raw('aria-current="page"') : ''}
          >${icon(picture)}<span>${name}</span></a
        >`,
    )}
  </nav>`;
}
