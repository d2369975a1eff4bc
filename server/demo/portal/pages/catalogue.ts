import { html } from 'hono/html';
import type { RegisteredApp } from '#server/demo/portal/install.ts';
import type { Page } from '#server/demo/portal/pages/layout.ts';
import type { PageContext } from '#server/demo/portal/pages/page-context.ts';

/** Apps of the catalogue, and what an administrator may do with them. */
export const catalogue = (context: PageContext): Page => ({
  title: context.texts.apps,
  main: html`<h1>${context.texts.apps}</h1>
    ${[...context.world.apps.values()].map((app) => card(context, app))}`,
});

function card({ portal, person, texts }: PageContext, app: RegisteredApp) {
  const found = portal.installs.get(app.clientId);
  const install = found && !found.removed ? found : undefined;
  const state = !install
    ? texts.notInstalled
    : install.installed
      ? texts.installed
      : texts.unfinished;
  const acts: readonly (readonly [string, string])[] = install
    ? [
        ['update', `${texts.update} ${install.version + 1}`],
        ['pay', texts.pay],
        ['expire', texts.expire],
        ['remove', texts.remove],
        ['remove-clean', texts.removeClean],
      ]
    : [['install', texts.install]];
  return html`<section class="card app-card">
    <h2>${app.title[portal.language]}</h2>
    <p>${state}. ${texts.version} ${install?.version ?? app.version}</p>
    <form method="post" action="/demo/act">
      <input type="hidden" name="clientId" value="${app.clientId}" />
      ${
        install
          ? html`<a class="button primary" href="/marketplace/app/${install.id}/">${texts.open}</a>`
          : ''
      }
      ${
        person.admin
          ? acts.map(([act, text]) => html`<button name="act" value="${act}">${text}</button>`)
          : ''
      }
    </form>
  </section>`;
}
