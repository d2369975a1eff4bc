import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorRequest, requesterApi } from '#test/support/api.ts';
import { axeComplaints } from '#test/support/axe.ts';
import { openAtDesk } from '#test/support/journey.ts';
import { setStage, type Stage } from '#test/support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.strike());

/** A fresh ticket of MODME, open at the desk. */
async function ticketAtDesk(): Promise<{ readonly desk: Page; readonly id: string }> {
  const { server } = stage;
  const { id, number } = await requesterApi(server).open(errorRequest);
  const person = await stage.person();
  return { desk: await openAtDesk(person, server, 'modme', number), id };
}

const history = (desk: Page) => desk.getByRole('region', { name: 'История обращения' });

test('an agent hands a ticket over with terms, by keyboard, and tells the news later', async () => {
  const { desk, id } = await ticketAtDesk();
  await history(desk).focus();
  await desk.keyboard.press('e');
  const form = desk.getByRole('dialog', { name: 'Передать' });
  await form.getByRole('button', { name: 'Передать' }).click();
  const target = form.getByLabel('Кому');
  await expect.poll(() => target.evaluate((one) => one.matches(':focus'))).toBe(true);
  expect(await form.locator('#error-target').innerText()).toBe('Выберите одно.');
  expect(await form.locator('#error-why').innerText()).toBe('Заполните это поле.');
  expect(await axeComplaints(desk)).toEqual([]);
  await form.getByLabel('Кому').selectOption({ index: 2 });
  await form.getByLabel('Зачем, только для специалистов').fill('Нужны журналы сервера');
  await form.getByLabel('Когда заявитель узнает больше').fill('2030-01-15T12:00');
  await form.getByLabel('Текст заявителю').fill('Передали разработчикам, расскажем в январе.');
  await form.getByRole('button', { name: 'Передать' }).click();
  await history(desk)
    .getByText(/^Передано: /)
    .waitFor();
  await history(desk).getByText('Передали разработчикам, расскажем в январе.').waitFor();

  await desk.getByRole('button', { name: 'Сообщить новости' }).click();
  const news = desk.getByRole('dialog', { name: 'Сообщить новости' });
  await news.getByLabel('Когда заявитель узнает больше').fill('2030-02-15T12:00');
  await news.getByLabel('Текст заявителю').fill('Исправление проверяют.');
  await news.getByRole('button', { name: 'Сообщить новости' }).click();
  await history(desk)
    .getByText(/^Заявителю сообщили новости/)
    .waitFor();
  const thread = await requesterApi(stage.server).thread(id);

  expect(thread.messages.map(({ text }) => text)).toContain('Исправление проверяют.');
  expect(JSON.stringify(thread)).not.toContain('Нужны журналы');
});

test('an agent finds the cause and refers its requester, with the clause', async () => {
  const { desk } = await ticketAtDesk();
  await desk.getByRole('button', { name: /^Начать диагностику/ }).click();
  await history(desk)
    .getByText(/^Начата диагностика/)
    .waitFor();
  await desk.getByRole('button', { name: /^Записать вывод/ }).click();
  const finding = desk.getByRole('dialog', { name: 'Записать вывод' });
  await finding.getByLabel('Что выяснили').selectOption('no_error');
  await finding.getByRole('button', { name: 'Записать вывод' }).click();
  await history(desk)
    .getByText(/^Диагностика: ошибки нет/)
    .waitFor();

  await desk.getByRole('button', { name: 'Ещё' }).click();
  await desk.getByRole('menuitem', { name: /^Направить к ответственному/ }).click();
  const refer = desk.getByRole('dialog', { name: 'Направить к ответственному' });
  await refer.getByLabel('Причина').selectOption('undocumented-use');
  await refer.getByRole('button', { name: /^п\. / }).waitFor();
  await refer.getByLabel('Текст заявителю').fill('Такой порядок в документации не описан.');
  await refer.getByRole('button', { name: 'Направить к ответственному' }).click();
  await history(desk)
    .getByText(/^Закрыто: причина не на стороне вендора/)
    .waitFor();

  expect(await desk.getByRole('button', { name: 'Открыть снова' }).isVisible()).toBe(true);
});

test('an agent merges a request into another one of the same person by its number, goes there, and takes it apart', async () => {
  const { server } = stage;
  const bearer = { bearer: `dev_${'M'.repeat(43)}` };
  const first = await requesterApi(server, bearer).open(errorRequest);
  const second = await requesterApi(server, bearer).open(errorRequest);
  const desk = await openAtDesk(await stage.person(), server, 'modme', first.number);
  const others = desk.getByRole('list', { name: 'Другие обращения заявителя' });
  await others.getByRole('link', { name: second.number }).focus();
  await desk.keyboard.press('Enter');
  await others.getByRole('link', { name: first.number }).click();
  await others.getByRole('link', { name: second.number }).waitFor();
  const choose = async (name: string) => {
    await desk.getByRole('button', { name: 'Ещё' }).click();
    await desk.getByRole('menuitem', { name }).click();
  };
  await choose('Объединить');
  const form = desk.getByRole('dialog', { name: 'Объединить' });
  await form.getByLabel('Номер другого обращения').fill('999999');
  await form.getByRole('button', { name: 'Объединить' }).click();
  await form.getByText('Такого обращения нет. Проверьте номер.').waitFor();
  await form.getByLabel('Номер другого обращения').fill(second.number);
  await form.getByRole('button', { name: 'Объединить' }).click();
  await history(desk).getByText(`Объединено с ${second.number}`).waitFor();
  await desk.getByRole('link', { name: second.number, exact: true }).click();
  await desk.getByText('Сюда присоединено:').waitFor();
  await desk.goBack();
  await desk.getByRole('button', { name: 'Разъединить' }).click();
  await history(desk).getByText(`Больше не объединено с ${second.number}`).waitFor();

  expect(await desk.getByText('Объединено с', { exact: true }).count()).toBe(0);
});

test('the keyboard stays where it was: at the list’s button after Escape, at the title after an act', async () => {
  const { desk } = await ticketAtDesk();
  const focused = () =>
    desk.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return `${at?.localName} ${at?.textContent?.trim()}`;
    });
  const more = desk.getByRole('button', { name: 'Ещё' });
  await more.focus();
  await desk.keyboard.press('Enter');
  await expect.poll(focused).toMatch(/Сообщить новости$/);
  await desk.keyboard.press('Escape');
  await expect.poll(focused).toBe('button Ещё');

  await desk.keyboard.press('Enter');
  await expect.poll(focused).toMatch(/Сообщить новости$/);
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog', { name: 'Сообщить новости' }).waitFor();
  await desk.keyboard.press('Escape');
  await expect.poll(focused).toBe('button Ещё');

  await desk.getByRole('button', { name: /^Начать диагностику/ }).focus();
  await desk.keyboard.press('Enter');
  await history(desk)
    .getByText(/^Начата диагностика/)
    .waitFor();
  await expect.poll(focused).toMatch(/^h2 /);
});
