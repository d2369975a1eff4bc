import {
  finishInstall,
  install,
  setPayment,
  uninstall,
  update,
} from '#server/demo/portal/install-acts.ts';
import { signedInAs, type PageContext } from '#server/demo/portal/pages/page-context.ts';
import { actOnWork } from '#server/demo/portal/pages/work-pages.ts';
import { parseQuery } from '#server/demo/portal/php.ts';
import { textOf } from '#server/demo/portal/rest/method.ts';
import { installOf } from '#server/demo/portal/world.ts';

/** A button of a page: somebody signs in, or an administrator does something to an app. */
export function actOnPage(context: PageContext, body: string): Response {
  const form = parseQuery(body);
  const person = textOf(form['person']);
  const back = textOf(form['back']) || '/marketplace/';
  const to = /^\/[\w/-]*$/.test(back) && !back.startsWith('//') ? back : '/stream/';
  if (person !== '') return seeOther(to, { 'set-cookie': signedInAs(person) });
  if (actOnWork(context, form)) return seeOther(to);
  const clientId = textOf(form['clientId']);
  if (!context.person.admin || !context.world.apps.has(clientId))
    return new Response('', { status: 403 });
  return seeOther(actOnApp(context, clientId, textOf(form['act'])) ?? to);
}

/** @returns where the administrator is led, if not back */
function actOnApp(
  { world, portal, person }: PageContext,
  clientId: string,
  act: string,
): string | undefined {
  const installed = installOf(portal, clientId);
  if (act === 'install' && !installed)
    return `/marketplace/app/${install(world, portal, clientId, person.id).id}/`;
  if (!installed) return undefined;
  if (act === 'update') {
    update(world, portal, clientId, { version: installed.version + 1 });
    return `/marketplace/app/${installed.id}/`;
  }
  if (act === 'finish') finishInstall(world, portal, clientId);
  if (act === 'pay') setPayment(world, portal, clientId, { status: 'S', days: 30 });
  if (act === 'expire') setPayment(world, portal, clientId, { status: 'S', days: -3 });
  if (act === 'remove') uninstall(world, portal, clientId, false);
  if (act === 'remove-clean') uninstall(world, portal, clientId, true);
  return undefined;
}

const seeOther = (location: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response('', { status: 303, headers: { location, ...headers } });
