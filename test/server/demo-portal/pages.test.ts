import { expect, test } from 'vitest';
import { installOf } from '#server/demo/portal/world.ts';
import { bbToHtml } from '#server/demo/portal/pages/bb-code.ts';
import { pageTexts } from '#server/demo/portal/pages/page-texts.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { actors, testWorld } from '#test/support/portal-world.ts';

const clientId = actors.app.client_id;

function stageOf(key: PortalKey = 'alpha') {
  const base = testWorld();
  const origin = `https://${base.portal(key).host}`;
  const cookie = (userId: number) => ({ cookie: `PORTAL_PERSON=${userId}` });
  const get = async (path: string, userId = 1) =>
    (await base.app(new Request(`${origin}${path}`, { headers: cookie(userId) })))!;
  const act = async (form: Readonly<Record<string, string>>, userId = 1) =>
    (await base.app(
      new Request(`${origin}/demo/act`, {
        method: 'POST',
        headers: cookie(userId),
        body: new URLSearchParams({ clientId, ...form }),
      }),
    ))!;
  return { ...base, get, act, own: () => installOf(base.portal(key), clientId) };
}

test.each([
  '/stream/',
  '/tasks/',
  '/docs/',
  '/company/',
  '/company/personal/user/7/',
  '/crm/deal/details/8061/',
  '/marketplace/',
  '/marketplace/app/5/',
  '/marketplace/view/acme.helpline/?params[ticket]=1',
])('shows %s, and runs nothing but its own script', async (path) => {
  const { get } = stageOf();

  const answer = await get(path);

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(await answer.text()).not.toMatch(/<script(?! type="(module|application\/json)")/);
});

test('has no other pages, and its own words in both languages', async () => {
  const { get } = stageOf();

  expect((await get('/bitrix/admin/')).status).toBe(404);
  expect((await get('/constructor')).status).toBe(404);
  expect(Object.keys(pageTexts.ru)).toEqual(Object.keys(pageTexts.en));
  expect(await (await stageOf('bravo').get('/stream/')).text()).toContain('Applications');
});

test('an administrator installs, updates, pays and removes the app by its buttons', async () => {
  const { act, own, sent, get } = stageOf();

  const installed = await act({ act: 'install' });
  const page = installed.headers.get('location') ?? '';
  expect([installed.status, page]).toEqual([303, `/marketplace/app/${own()?.id}/`]);
  expect(await (await get(page)).text()).toContain('b24/install?DOMAIN=');
  own()?.events.push({
    id: 1,
    event: 'ONAPPPAYMENT',
    handler: 'https://a.example',
    authType: 0,
    offline: false,
  });
  await act({ act: 'finish' });
  await act({ act: 'pay' });
  expect(own()).toMatchObject({ installed: true, status: 'S' });
  await act({ act: 'expire' });
  await act({ act: 'update' });
  expect(own()).toMatchObject({ version: 4, installed: false });
  await act({ act: 'remove' });

  expect(own()).toBeUndefined();
  expect(sent.map(({ event }) => event)).toEqual(['ONAPPPAYMENT', 'ONAPPPAYMENT']);
});

test('an ordinary person may do none of that, and sees why the app is not shown', async () => {
  const { act, own, get, installed } = stageOf();

  expect((await act({ act: 'install' }, 7)).status).toBe(403);
  expect(own()).toBeUndefined();
  const { id } = installed('alpha', false);
  const page = await (await get(`/marketplace/app/${id}/`, 7)).text();

  expect(page).toContain(pageTexts.ru.not_finished);
  expect(page).not.toContain('data-frame');
});

test('signs people in, and leads nobody away', async () => {
  const { act } = stageOf();

  const answer = await act({ person: '7', back: '/tasks/' });
  const away = await act({ person: '7; Domain=x', back: '//attacker.example/' });

  expect(answer.headers.get('set-cookie')).toBe('PORTAL_PERSON=7; Path=/; SameSite=Lax; HttpOnly');
  expect(answer.headers.get('location')).toBe('/tasks/');
  expect(away.headers.get('set-cookie')).toContain('PORTAL_PERSON=7;');
  expect(away.headers.get('location')).toBe('/stream/');
});

test('names and titles cannot end the element that they stand in', async () => {
  const { get, portal, installed } = stageOf();
  const person = portal('alpha').people.get(1)!;
  portal('alpha').people.set(1, { ...person, name: '</script><img src=x onerror=alert(1)>' });
  const made = installed('alpha');
  made.placements.push({
    placement: 'USER_PROFILE_MENU',
    userId: 0,
    handler: 'https://app.acme-helpline.example/b24/app',
    options: {},
    title: '"><img src=x>',
    description: '',
    langAll: {},
  });

  const page = await (await get('/stream/')).text();

  expect(page).not.toContain('<img');
});

test.each([
  ['[B]Bold[/B]', '<b>Bold</b>'],
  [
    '[URL=/marketplace/view/a/?params[ticket]=1]One[/URL]',
    '<a href="/marketplace/view/a/?params[ticket]=1">One</a>',
  ],
  ['[URL=javascript:alert(1)]x[/URL]', '[URL=javascript:alert(1)]x[/URL]'],
  ['<b onclick="x">', '&lt;b onclick=&quot;x&quot;&gt;'],
  ['&#91;B&#93;', '&amp;#91;B&amp;#93;'],
])('reads %s', (text, html) => {
  expect(bbToHtml(text)).toBe(html);
});
