import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessGrantView } from '#shared/wire/access.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { openAtDesk } from '#test/support/journey.ts';
import { rowDesk, type OpenedTicket } from '#test/support/row-desk.ts';

let row: Awaited<ReturnType<typeof rowDesk>>;
let browser: Browser;
beforeAll(async () => {
  row = await rowDesk();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await row.close();
});

const secret = 'boss@ulitsa.example / Qwerty-4711';

async function atDesk(
  { vendor, receipt }: OpenedTicket,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const person = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    bypassCSP: true,
    reducedMotion: 'reduce',
    ...options,
  });
  return openAtDesk(person, row.server, vendor, receipt.number);
}

const history = (desk: Page) => desk.getByRole('region', { name: 'История обращения' });
const context = (desk: Page) => desk.getByRole('region', { name: 'Контекст обращения' });
const focused = (desk: Page) =>
  desk.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent?.trim();
  });

test('S4.5.1.1 DSK: an agent writes time down by keyboard alone, sees before what it takes and after what is left', async () => {
  const opened = await row.open('jokercrm', 'settings', { person: 'denis' });
  const desk = await atDesk(opened);
  await context(desk).getByText('Осталось 3 ч из 3 ч').waitFor();
  await context(desk).getByRole('button', { name: 'Списать время' }).focus();
  await desk.keyboard.press('t');
  const form = desk.getByRole('dialog', { name: 'Списать время' });
  await desk.keyboard.type('150');
  await form.getByText('Спишется 2 ч 30 мин; останется 30 мин из 3 ч').waitFor();
  await desk.keyboard.press('Enter');
  await context(desk)
    .getByText(/^Осталось 30 мин из 3 ч, часы подходят к концу/)
    .waitFor();
  await history(desk)
    .getByText(/^Записано время: 150 мин/)
    .waitFor();

  expect(await form.isVisible()).toBe(false);
  expect(await focused(desk)).toBe('Списать время');
});

test('S4.5.1.1 DSK: what the hours no longer hold is written down once the agent has chosen how', async () => {
  const opened = await row.open('jokercrm', 'settings', { person: 'denis' });
  const desk = await atDesk(opened);
  await context(desk).getByRole('button', { name: 'Списать время' }).click();
  const form = desk.getByRole('dialog', { name: 'Списать время' });
  await form.getByLabel('Минуты').fill('60');
  await form.getByText('Нужно 1 ч, а осталось 30 мин из 3 ч').waitFor();
  await form.getByLabel('Часов не хватает').selectOption('overage');
  await form.getByRole('button', { name: 'Списать время' }).click();
  await context(desk)
    .getByText(/^На 30 мин больше, чем 3 ч, часы израсходованы/)
    .waitFor();

  expect(await context(desk).getByText('сверх тарифа').isVisible()).toBe(true);
});

test('S1.3.1.10 DSK: access is asked for by a form, stays masked, and each look at it is written into the history', async () => {
  const opened = await row.open('didox24', 'error');
  const desk = await atDesk(opened);
  await context(desk).getByRole('button', { name: 'Запросить' }).click();
  const form = desk.getByRole('dialog', { name: 'Запросить доступ' });
  await form.getByLabel('К чему').selectOption('portal');
  await form.getByRole('button', { name: 'Запросить доступ' }).click();
  await context(desk).getByText('запрошен на 30 дней').waitFor();
  const list = (await (await row.get('didox24', `/tickets/${opened.id}/access-grants`)).json()) as {
    grants: AccessGrantView[];
  };
  const grant = list.grants.find(({ state }) => state === 'asked')!.id;
  await opened.api.post(`/v1/tickets/${opened.id}/access-grants`, { grant, secret });
  const show = context(desk).getByRole('button', { name: 'Показать: администратор портала' });
  await show.waitFor();
  const before = await desk.getByText(secret).count();
  await show.click();
  await desk.getByText(secret).waitFor();
  await context(desk).getByRole('button', { name: 'Скрыть: администратор портала' }).click();
  await history(desk)
    .getByText(/^Данные доступа просмотрены/)
    .waitFor();

  expect([before, await desk.getByText(secret).count()]).toEqual([0, 0]);
});

test('S0.10.4 DSK: a meeting is arranged with its address, told in both zones, and its minutes go to the hours', async () => {
  const opened = await row.open('jokercrm', 'settings', { person: 'alla' });
  const desk = await atDesk(opened, { timezoneId: 'Asia/Tashkent' });
  await context(desk).getByRole('button', { name: 'Назначить' }).click();
  const form = desk.getByRole('dialog', { name: 'Назначить онлайн-встречу' });
  await form.getByLabel('Адрес, https').fill('https://meet.example/7');
  await form.getByLabel('Когда, по вашему времени').fill('2030-01-15T12:00');
  await form.getByText('вт, 15 января, 10:00. Время: Москва. У вас 12:00.').waitFor();
  await form.getByRole('button', { name: 'Назначить онлайн-встречу' }).click();
  await context(desk).getByRole('link', { name: 'meet.example' }).waitFor();
  await context(desk)
    .getByRole('button', { name: /^Прошла: / })
    .click();
  const held = desk.getByRole('dialog', { name: 'Встреча прошла' });
  await held.getByLabel('Минуты').fill('45');
  await held.getByRole('button', { name: 'Встреча прошла' }).click();
  await context(desk).getByText('45 мин · прошла').waitFor();

  expect(await context(desk).getByText('Осталось 8 ч 15 мин из 9 ч').isVisible()).toBe(true);
});

test('S3.3.8.1 DSK: a guest is invited by a link that is said once, writes by it, and is shut out again', async () => {
  const opened = await row.open('jokercrm', 'settings', { person: 'alla' });
  const desk = await atDesk(opened);
  await context(desk).getByRole('button', { name: 'Пригласить гостя' }).click();
  const form = desk.getByRole('dialog', { name: 'Пригласить гостя' });
  await form.getByLabel('Имя').fill('Ольга');
  await form.getByLabel('С чем поможет').fill('Телефония');
  await form.getByRole('button', { name: 'Пригласить гостя' }).click();
  const link = await form.getByLabel('Скопировать ссылку').first().inputValue();
  await desk.keyboard.press('Escape');
  const guest = await browser.newPage({
    viewport: { width: 360, height: 740 },
    locale: 'ru-RU',
    timezoneId: 'Asia/Tashkent',
    colorScheme: 'dark',
    bypassCSP: true,
  });
  await guest.goto(link);
  await guest.getByText('Вы здесь как гость: Ольга.').waitFor();
  await guest.getByText('Время здесь ваше: UTC+5, Asia/Tashkent.').waitFor();
  expect([await axeComplaints(guest), await sideways(guest)]).toEqual([[], 0]);
  await guest.getByLabel('Ваше сообщение').fill('Телефонию настроила.');
  await guest.getByRole('button', { name: 'Отправить сообщение' }).click();
  await guest.getByRole('list', { name: 'Переписка' }).getByText('Телефонию настроила.').waitFor();
  await history(desk).getByText('Телефонию настроила.').waitFor();
  await context(desk).getByRole('button', { name: 'Закрыть ссылку: Ольга' }).click();
  await desk
    .getByRole('dialog', { name: 'Закрыть ссылку гостя' })
    .getByRole('button', { name: 'Закрыть ссылку гостя' })
    .click();
  await context(desk).getByText('гость, ссылка закрыта').waitFor();

  await guest.reload();
  await guest.getByText('Такой ссылки нет, или она больше не действует').waitFor();
  expect(link).toMatch(/\/guest#vendor=jokercrm&token=gst_/);
  expect(await desk.content()).not.toContain('gst_');
  await expect.poll(() => focused(desk)).toBe('Подключить');
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
] as const)(
  'ticket, context and forms are clean for axe and do not scroll sideways: %s at %d px',
  async (colorScheme, width) => {
    const opened = await row.open('jokercrm', 'settings', { person: 'alla' });
    const at = (path: string, body: object) =>
      row.post('jokercrm', `/tickets/${opened.id}${path}`, body);
    await at('/time', { minutes: 5 });
    await at('/guests', { name: 'Ольга', help: 'Телефония' });
    await at('/orders', { scope: 'Отчёт', priceMinor: 1_500_000, currency: 'RUB' });
    const { id } = (await (await at('/access-requests', { scope: 'portal' })).json()) as {
      id: string;
    };
    await opened.api.post(`/v1/tickets/${opened.id}/access-grants`, { grant: id, secret });
    const desk = await atDesk(opened, { viewport: { width, height: 800 }, colorScheme });
    if (width < 1280) await desk.getByRole('button', { name: 'Сроки, заявитель, среда' }).click();
    await context(desk).getByText('Отчёт', { exact: true }).waitFor();
    expect([await axeComplaints(desk), await sideways(desk)]).toEqual([[], 0]);

    for (const name of ['Списать время', 'Назначить', 'Запросить', 'Пригласить гостя']) {
      await context(desk).getByRole('button', { name, exact: true }).click();
      await desk.getByRole('dialog').waitFor();
      expect([name, await axeComplaints(desk), await sideways(desk)]).toEqual([name, [], 0]);
      await desk.keyboard.press('Escape');
      expect(await focused(desk)).toBe(name);
    }
  },
);
