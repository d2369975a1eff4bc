import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerAtDesk,
  expectStoredPicture,
  fillRequest,
  openAtDesk,
  openHostPage,
  photograph,
  seeAnswer,
  send,
} from '#test/support/journey.ts';
import { setStage, type Stage } from '#test/support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.strike());

test('S3.3.1.3 WID: the built-in way: from the portal to the department, with the term of the chosen level', async () => {
  const { server } = stage;
  const person = await stage.person();
  const { page, complaints } = await openHostPage(person, server, {
    page: 'portal',
    vendor: 'technokad',
  });
  await fillRequest(page, {
    'Что делали': 'Открыл межевой план и нажал «Проверить»',
    'Что получили': 'Протокол с ошибкой 4012 без описания',
    Программа: 'ТехноКад-Гео',
  });
  const seen = await photograph(page);
  const number = await send(page);

  expect(number).toBe('TKD-1');
  await expectStoredPicture(server, 'technokad', seen);
  expect(await page.getByText('п. 2.2').count()).toBeGreaterThan(0);

  const desk = await openAtDesk(person, server, 'technokad', number);
  await answerAtDesk(desk, 'Обновите справочники, ошибка уйдёт.');
  await seeAnswer(page, number, 'Обновите справочники, ошибка уйдёт.');
  expect(complaints).toEqual([]);
});
