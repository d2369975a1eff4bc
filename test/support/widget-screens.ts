import type { Browser, Page, Route } from 'playwright-core';
import type { Locale } from '#shared/vocabulary.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { editorPage, noisyPicture } from '#test/support/editor-page.ts';
import { askForConsent, sampleConsent } from '#test/support/consent.ts';
import { calendarYears } from '#test/support/policies.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

/** Sunday afternoon in Tashkent and Moscow: every desk is closed. */
const sunday = '2026-11-22T13:20:00Z';

/** A desk with what there is to be seen in the widget: articles, an announcement, tickets at every turn. */
export async function screensDesk() {
  const row = await rowDesk(sunday);
  await tell(row);
  return { row, tickets: await openTickets(row) };
}
type Desk = Awaited<ReturnType<typeof screensDesk>>;
type Row = Awaited<ReturnType<typeof rowDesk>>;

async function tell(row: Row) {
  const body =
    '## Порядок\n1. Откройте **план**\n2. Нажмите `Сформировать`\n\n> Протокол придёт на почту';
  const texts = (title: string) => ({ title, summary: 'Коротко о главном.', body });
  for (const [slug, title] of [
    ['plan-xml', 'Межевой план: выгрузка XML'],
    ['plan-check', 'Межевой план: проверка схемы перед отправкой'],
  ] as const) {
    const made = await row.post('technokad', '/articles', {
      slug,
      visibility: 'public',
      texts: { ru: texts(title), uz: texts(title), en: texts(title) },
    });
    const { id } = (await made.json()) as { id: string };
    await row.post('technokad', `/articles/${id}/acts`, { act: 'publish' });
  }
  const news = { title: 'Работы в ночь на вторник', text: 'Отчёты откроются к шести утра.' };
  await row.post('modme', '/announcements', {
    kind: 'planned_works',
    texts: { ru: news, uz: news, en: news },
    audience: { kind: 'all' },
  });
}

async function openTickets(row: Row) {
  const asked = await row.open('modme');
  await row.answer(asked, { kind: 'question', text: 'В каком филиале приняли оплату?' });
  const solved = await row.open('modme');
  await row.answer(solved, { kind: 'reply', text: 'Снимите фильтр «Центр».', resolve: true });
  const open = await row.open('technokad');
  const lacking = await row.open('technokad', 'error', { answers: { did: null } });
  await row.answer(lacking, { kind: 'reply', text: 'Починили', resolve: true });
  const shut = await row.open('didox24', 'error', { answers: { connection: null } });
  await row.post('didox24', `/tickets/${shut.id}/access-requests`, { scope: 'portal', days: 3 });
  return { asked, solved, open, lacking, shut };
}

/** The server lives by another way of a vendor's widget until it is given back. */
function withMode(row: Row, vendor: string, mode: 'off') {
  const { live } = row.server;
  const now = row.server.deps.now();
  const before = live.registry.vendors.map((one) => live.registry.inForce(one, now)!);
  live.replace(
    before.map((policy) =>
      policy.pack.vendor === vendor
        ? compilePolicy(
            { ...policy.pack, widget: { ...policy.pack.widget, mode, bridge: undefined } },
            calendarYears,
          )
        : policy,
    ),
  );
  return () => live.replace(before);
}

/** Told of every screen of the widget while it stands. */
export type OnScreen = (screen: string, tab: Page) => Promise<void>;

/**
 * Walks through every screen of the widget as a person would, in one tab. Nothing is found by its words,
 * so that the walk is the same in every language.
 */
export async function walkScreens(
  { row, tickets }: Desk,
  browser: Browser,
  locale: Locale,
  look: OnScreen,
): Promise<void> {
  const tab = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  });
  const go = async (vendor: string, person: string, more: Record<string, string> = {}) => {
    // what a person left open is open on the next page
    await tab.evaluate(() => document.querySelector('reglament-widget')?.close());
    const query = new URLSearchParams({ vendor, person, lang: locale, theme: 'light', ...more });
    await tab.goto(`${row.server.url}/demo/host?${query}`);
    await tab.locator('rg-launcher button').waitFor();
  };
  const open = async () => {
    await tab.locator('rg-launcher button').click();
    await tab.locator('reglament-widget .header').first().waitFor();
  };
  const primary = tab.locator('rg-form footer .primary');
  const outgoing = tab.locator('rg-outgoing .line .link');
  const mine = tab.locator('reglament-widget .mine');
  const back = tab.locator('reglament-widget .header .icon-button').first();
  const thread = async ({ receipt }: OpenedTicket) => {
    await tab.locator('rg-list .row', { hasText: receipt.number }).click();
    await tab.locator('rg-thread article').first().waitFor();
    await tab.locator('rg-own-acts').waitFor({ state: 'attached' });
  };

  await go('modme', 'dilnoza');
  await look('launcher', tab);
  await open();
  await tab.locator('rg-form rg-outgoing').waitFor();
  await tab.locator('rg-news').waitFor();
  await look('form, empty, the desk closed', tab);
  await primary.click();
  await tab.locator('rg-form .error').first().waitFor();
  await look('form with what is missing', tab);
  await fillForm(tab);
  const editor = editorPage(tab);
  await editor.add('page.png', 'image/png', noisyPicture(1280, 800));
  await editor.add('log.txt', 'text/plain', Buffer.from('строка'));
  await tab.locator('rg-tile .acts').nth(1).waitFor();
  await tab.locator('.kept[aria-busy="false"] rg-icon').waitFor();
  await look('form, filled, with files', tab);
  await editor.open();
  await editor.drag([200, 160], [600, 300]);
  await look('editor', tab);
  await tab.locator('rg-editor footer .primary').click();
  await tab.locator('rg-editor').waitFor({ state: 'detached' });
  await outgoing.click();
  await tab.locator('rg-last-look li').first().waitFor();
  await look('last look', tab);

  let line: 'hangs' | 'cut' | 'good' = 'hangs';
  const held: Route[] = [];
  await tab.route('**/v1/tickets', (route) => {
    if (route.request().method() !== 'POST' || line === 'good') return route.fallback();
    return line === 'cut' ? route.abort() : void held.push(route);
  });
  await primary.click();
  await tab.locator('rg-form .part[inert]').first().waitFor();
  await look('sending', tab);
  line = 'cut';
  await Promise.all(held.map((route) => route.abort()));
  await tab.locator('rg-outage p').first().waitFor();
  await look('waiting for the line', tab);
  line = 'good';
  await tab.evaluate(() => dispatchEvent(new Event('online')));
  await tab.locator('rg-receipt').waitFor();
  await look('receipt', tab);

  await tab.locator('rg-receipt footer .quiet').click();
  await tab.locator('rg-list .row').first().waitFor();
  await look('list', tab);
  await thread(tickets.asked);
  await look('thread with a question', tab);
  await back.click();
  await thread(tickets.solved);
  await tab.locator('rg-own-acts #no').waitFor();
  await look('thread with a solution to confirm', tab);
  await tab.locator('rg-own-acts #no').click();
  await tab.locator('rg-own-acts form').waitFor();
  await look('opening again, asked for twice', tab);

  await go('technokad', 'irina', { record: 'console network clicks' });
  await tab.locator('.crm-filters .tab').nth(1).click();
  await open();
  await tab.locator('rg-form rg-outgoing').waitFor();
  await fillForm(tab, 'Выгрузка XML межевого плана не идёт');
  await tab.locator('rg-suggest .title').first().waitFor();
  await look('form with articles', tab);
  await tab.locator('rg-suggest .title').first().click();
  await tab.locator('rg-article .title').waitFor();
  await look('article', tab);
  await tab.locator('rg-article .icon-button').first().click();
  await outgoing.click();
  await tab.locator('rg-along .recorded').first().waitFor();
  await look('last look with what was recorded', tab);
  await mine.click();
  await thread(tickets.open);
  await tab.locator('rg-own-acts #appeal').click();
  await tab.locator('rg-own-acts form').waitFor();
  await look('appeal', tab);
  await back.click();
  await thread(tickets.lacking);
  await tab.locator('rg-own-acts #rate').click();
  await tab.locator('rg-own-acts form').waitFor();
  await look('a mark for the solution', tab);
  await tab.locator('rg-own-acts .choose .quiet').click();
  await tab.locator('rg-reopening .acts > .button').click();
  await tab.locator('rg-reopening form').waitFor();
  await tab.locator('rg-reopening form .primary').click();
  await tab.locator('rg-reopening .error').first().waitFor();
  await look('completing, with what is missing', tab);

  await go('technokad', 'guest');
  await open();
  await mine.click();
  await tab.locator('rg-list .state').waitFor();
  await look('list, empty', tab);

  await go('didox24', 'malika');
  await open();
  await tab.locator('rg-form rg-outgoing').waitFor();
  await look('contract needed', tab);
  await go('didox24', 'sherzod');
  await open();
  await mine.click();
  await thread(tickets.shut);
  await tab.locator('rg-access form').waitFor();
  await look('access asked for', tab);

  await go('jokercrm', 'marina');
  await open();
  await tab.locator('rg-form rg-outgoing').waitFor();
  await fillForm(tab);
  await look('form that prepares for another channel', tab);
  await primary.click();
  await tab.locator('rg-receipt .bridge').waitFor();
  await look('prepared for another channel', tab);

  askForConsent(row.server, 'moidokumenty', sampleConsent);
  await go('moidokumenty', 'anna');
  await open();
  await tab.locator('rg-consent').waitFor();
  await fillForm(tab);
  await primary.click();
  await tab.locator('rg-consent .error').waitFor();
  await look('consent asked for', tab);
  askForConsent(row.server, 'moidokumenty', null);

  const restore = withMode(row, 'moidokumenty', 'off');
  await go('moidokumenty', 'anna');
  await open();
  await tab.locator('.state.door').waitFor();
  await look('off', tab);
  restore();

  await tab.route('**/v1/widgets/**', (route) => route.abort());
  await go('modme', 'guest');
  await open();
  await tab.locator('.state[role="alert"]').waitFor();
  await look('configuration not loaded', tab);
  await tab.close();
}

/** Writes something into whatever the form asks for. */
export async function fillForm(tab: Page, text = 'В строке 0 сум, долг не закрыт'): Promise<void> {
  const form = tab.locator('rg-form');
  for (const field of await form.locator('.body .field > textarea, .body .field > input').all())
    await field.fill(sampleFor((await field.getAttribute('type')) ?? '', text));
  for (const picker of await form.locator('.body .field select').all())
    if ((await picker.inputValue()) === '') await picker.selectOption({ index: 1 });
  for (const step of await form.locator('rg-steps input').all()) await step.fill('Касса → Принять');
}

const sampleFor = (type: string, text: string): string =>
  ({ email: 'a@b.example', tel: '+998 00 000 00 00', url: 'https://portal.example' })[type] ?? text;
