import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { setPayment } from '#server/demo/portal/install-acts.ts';
import { recordCheck } from '#server/features/checks/record-check.ts';
import { changePortal } from '#server/features/portals/portals.repository.ts';
import { recordPortal } from '#server/features/portals/record-portal.ts';
import { runProbes } from '#server/features/probes/run-probes.ts';
import { deskApi } from '#test/support/api.ts';
import { axeComplaints } from '#test/support/axe.ts';
import { enterContract } from '#test/support/contracts.ts';
import type { PortalKey } from '#server/demo/portal/virtual-portals.ts';
import { openAtDesk } from '#test/support/journey.ts';
import { portalApp, portalTab, type PortalApp, type TabWish } from '#test/support/portal-app.ts';
import { recordedApp } from '#test/support/portal-world.ts';

const { clientId } = recordedApp();

let app: PortalApp;
let browser: Browser;
beforeAll(async () => {
  app = await portalApp();
  browser = await app.browser();
  const api = await deskApi(app.server);
  const fixes = {
    ru: ['Счета уходят и с портала, у которого сменилось имя', 'Подпись не теряется в сделке'],
    uz: ['Nomi oʻzgargan portaldan ham hisoblar ketadi', 'Imzo bitimda yoʻqolmaydi'],
  };
  const texts = { ru: { fixes: fixes.ru }, uz: { fixes: fixes.uz } };
  await api.post('didox24', '/releases', { version: '4.0.0', releasedOn: '2026-01-20', texts });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
let pages: Page[] = [];
beforeEach(() => {
  // a minute is counted, of calls to a portal and of a person's requests
  app.pass(120);
  pages = [];
});
afterEach(async () => {
  for (const page of pages) await page.context().close();
});

/** Opens the app for somebody in a language; whoever does not read Russian may. */
async function openFor(
  userId: number,
  wish: Omit<TabWish, 'userId'> & { language?: string; portal?: PortalKey } = {},
) {
  const { language = 'ru', portal = 'alpha', ...more } = wish;
  const { page, open } = await portalTab(app, browser, portal, { userId, ...more });
  pages.push(page);
  await page.route(/\/b24\/didox24\/app\?/, (route) => {
    const url = route.request().url();
    return route.continue({ url: url.replace(/LANG=\w+/, `LANG=${language}`) });
  });
  const frame = await open();
  await frame.locator('rg-portal-standing dd').first().waitFor();
  return { page, frame };
}
const standingOf = async (frame: Frame) =>
  (await frame.locator('rg-portal-standing').evaluate(({ shadowRoot }) => shadowRoot?.textContent))
    ?.replace(/\s+/g, ' ')
    .trim() ?? '';

async function send(frame: Frame): Promise<string> {
  await frame.locator('#did').fill('Отправил счёт-фактуру из сделки');
  await frame.locator('#got').fill('Ошибка подписи');
  await frame.locator('footer .primary').first().click();
  const number = frame
    .locator('rg-receipt')
    .getByText(/^DDX-\d+$/)
    .first();
  await number.waitFor();
  return (await number.textContent())?.trim() ?? '';
}

test('S1.1.14 B24: who opens an app behind the current version reads which one is out, what it mends and who updates it', async () => {
  app.installed('alpha');
  const ivan = await openFor(7);
  const anna = await openFor(1);

  const said = await standingOf(ivan.frame);
  for (const words of [
    'Приложение версия 3 есть 4.0.0 Что исправлено в новых',
    'Счета уходят и с портала, у которого сменилось имя',
    'Подпись не теряется в сделке',
    'Обновить приложение может администратор портала в Маркете.',
  ])
    expect(said).toContain(words);
  expect(await standingOf(anna.frame)).toContain('Обновить приложение можно в Маркете портала.');
});

test('the current version is named, and nothing is said of another', async () => {
  app.installed('alpha').version = 4;
  const { frame } = await openFor(7);

  expect(await standingOf(frame)).toBe('Приложение версия 4');
});

test.each([
  ['free', 'F', 0, 7, ''],
  ['tried', 'T', 12, 7, 'Пробный период: осталось 12 дней'],
  ['tried for the last day', 'D', 0, 7, 'Пробный период: последний день'],
  ['paid for long', 'S', 90, 7, ''],
  ['paid for five days more', 'P', 5, 7, 'Подписка закончится через 5 дней'],
  ['paid for no more, for a user', 'S', -3, 7, 'Продлить может администратор портала в Маркете'],
  ['paid for no more, for an administrator', 'S', -3, 1, 'Продлить можно в Маркете портала'],
] as const)(
  'how the app is paid for is said where it matters, and a request is sent all the same: %s',
  async (_case, status, days, userId, words) => {
    app.installed('alpha').version = 4;
    if (status !== 'F')
      // an hour more, so that the day has not gone by until it is asked for
      setPayment(app.stage.world, app.portal('alpha'), clientId, { status, days: days + 0.04 });
    const { page, frame } = await openFor(userId);
    const said = await standingOf(frame);

    if (words === '') expect(said).toBe('Приложение версия 4');
    else {
      expect(said).toContain(words);
      expect(said).toContain('Обращения отправляются как раньше, отправленное не пропадёт.');
    }
    const number = await send(frame);
    const desk = await openAtDesk(page.context(), app.server, 'didox24', number);
    const paid = desk.getByText(/^(?:Подписка за|Пробный период)/);
    await desk.getByText('alpha-bitrix.test').first().waitFor();
    await expect.poll(() => paid.count()).toBe(words === '' ? 0 : 1);
  },
);

test('S1.3.1.6 B24: on a phone, too, the proven portal stands above what is sent, and goes along by itself', async () => {
  app.installed('alpha');
  const { frame } = await openFor(7, { width: 360 });
  const proof = await frame.getByText('Подтверждено порталом').boundingBox();
  const address = frame.locator('aside').getByText(new URL(app.stage.origin('alpha')).host);
  const shown = await address.boundingBox();
  const first = await frame.locator('#did').boundingBox();

  expect(proof?.y).toBeLessThan(first?.y ?? 0);
  expect(shown?.y).toBeLessThan(first?.y ?? 0);
  expect(await frame.locator('#portal').count()).toBe(0);
  const number = await send(frame);
  const desk = await deskApi(app.server);
  const { rows } = (await (await desk.get('didox24', '/tickets')).json()) as {
    rows: { id: string; number: string }[];
  };
  const ticket = await desk.ticket('didox24', rows.find((row) => row.number === number)?.id ?? '');
  expect(ticket.answers).toContainEqual(
    expect.objectContaining({ field: 'portal', value: app.stage.origin('alpha') }),
  );
});

test('S1.2.4 B24: who asked from a box that could not be reached reads why, what to do and by which clause', async () => {
  app.installed('box');
  const { frame } = await openFor(3, { portal: 'box' });
  await expect.poll(() => frame.locator('#portalKind').inputValue()).toBe('box');
  const number = await send(frame);
  await frame.getByRole('button', { name: 'Все обращения' }).click();
  await frame.locator('rg-list').getByText(number).click();
  await frame.getByRole('log').getByText('Ошибка подписи').waitFor();
  const { deps } = app.server;
  await runProbes(deps, async () => ({ outcome: 'unreachable', reason: 'chain' }), {
    check: recordCheck(deps),
    portal: recordPortal,
  });
  const told = frame.locator('rg-told p').first();
  await told.waitFor();
  expect((await told.innerText()).replace(/\s+/g, ' ')).toContain(
    'Портал из этого обращения недоступен снаружи: сертификат приходит один, без промежуточных. ' +
      'Настройте веб-сервер, чтобы он отдавал всю цепочку: свой сертификат и промежуточные. ' +
      'Обращение зарегистрировано и так; портал на своём сервере должен быть доступен снаружи —',
  );
  expect(await told.getByRole('button', { name: 'п. 2', exact: true }).count()).toBe(1);
});

test('an administrator names the number of the contract by keys alone, what was typed outlives a failure, and a user reads how it stands', async () => {
  app.installed('alpha').version = 4;
  const { page, frame } = await openFor(1);
  const line = frame.locator('rg-portal-contract');
  const summary = line.locator('summary').first();
  await summary.getByText('Договор: номер не назван').waitFor();
  const number = line.getByLabel('Номер договора');
  await number.focus();
  await page.keyboard.type('ТП-2026/7');
  await page.route(/\/contract$/, (route) => route.abort(), { times: 1 });
  await page.keyboard.press('Enter');
  await line.getByText('Номер не отправлен, он остался в поле.').waitFor();
  expect(await number.inputValue()).toBe('ТП-2026/7');
  app.pass(120);
  await page.keyboard.press('Enter');
  await summary.getByText('Договор: номер проверяют').waitFor();
  await line.getByText('ТП-2026/7', { exact: true }).waitFor();

  app.pass(120);
  const ivan = (await openFor(7)).frame.locator('rg-portal-contract');
  await ivan.getByText('Договор: номер проверяют').waitFor();
  await ivan.getByText('Пока номер не подтверждён, обращения считаются').waitFor();
  await ivan.getByText('Назвать номер может администратор портала.').waitFor();
  expect(await ivan.getByLabel('Номер договора').count()).toBe(0);
  expect(await ivan.getByText('ТП-2026/7').count()).toBe(0);
});

test.each([
  ['valid', '2099-12-31', 'Договор: действует до 31.12.2099'],
  ['without an end', undefined, 'Договор: действует'],
  ['over', '2026-02-28', 'Договор: закончился 28.02.2026'],
])(
  'a confirmed contract is named with its end, its contacts, and the number to administrators alone: %s',
  async (_case, validUntil, words) => {
    app.installed('alpha').version = 4;
    const api = await deskApi(app.server);
    const contacts = [{ name: 'Иван', email: 'ivan@romashka.example', responsible: true }];
    const number = `ТП-${validUntil ?? 'open'}`;
    await enterContract(api, 'didox24', `Ромашка ${number}`, { number, validUntil, contacts });
    const { memberId } = app.portal('alpha');
    const { db } = app.server.deps;
    // the portal is known once somebody has opened the app there
    await openFor(1);
    await changePortal(db, { tenantId: 'didox24', memberId }, { contractNumber: number });
    app.pass(120);

    const anna = (await openFor(1)).frame.locator('rg-portal-contract');
    await anna.getByText(words, { exact: true }).waitFor();
    await anna.getByText(number, { exact: true }).waitFor();
    await anna.getByText('1, вас среди них нет').waitFor();
    const ivan = (await openFor(7)).frame.locator('rg-portal-contract');
    await ivan.getByText(words, { exact: true }).waitFor();
    await ivan.getByText('1, вы среди них').waitFor();
    expect(await ivan.getByText(number, { exact: true }).count()).toBe(0);
    await changePortal(db, { tenantId: 'didox24', memberId }, { contractNumber: null });
  },
);

test.each(
  (['ru', 'uz'] as const).flatMap((language) =>
    [1280, 360].flatMap((width) => [false, true].map((dark) => ({ language, width, dark }))),
  ),
)(
  'how a portal stands can be read by everybody: $language, $width wide, dark $dark',
  async ({ language, width, dark }) => {
    app.installed('alpha');
    setPayment(app.stage.world, app.portal('alpha'), clientId, { status: 'S', days: -3 });
    const { page, frame } = await openFor(1, { language, width, dark });
    await frame.locator('rg-portal-contract summary').first().waitFor();
    const look = async (name: string) => {
      const folder = process.env['LOOKS_DIR'];
      const file = `${folder}/${name}-${language}-${width}${dark ? '-dark' : ''}.png`;
      if (folder) await page.screenshot({ path: file, fullPage: true });
      const wide = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, wide, await axeComplaints(frame)]).toEqual([name, 0, []]);
    };

    await look('standing');
    if (width > 360) return;
    for (const line of await frame.locator('rg-portal-standing summary').all()) await line.click();
    await look('standing-open');
  },
);
