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

test('S0.8.1: a request from the CRM with a picture becomes a numbered ticket, is answered and read', async () => {
  const { server } = stage;
  const person = await stage.person();
  const { page, complaints } = await openHostPage(person, server, { page: 'crm', vendor: 'modme' });
  await fillRequest(page, {
    'Что делали': 'Принял оплату и открыл отчёт «Оплаты»',
    'Что ожидали': 'В отчёте 450 000 сум',
    'Что получили': 'В строке 0 сум, долг не закрыт',
  });
  const seen = await photograph(page);
  const number = await send(page);

  expect(number).toBe('MOD-1');
  await expectStoredPicture(server, 'modme', seen);

  const desk = await openAtDesk(person, server, 'modme', number);
  await answerAtDesk(desk, 'Снимите фильтр «Центр», оплата появится.');
  await seeAnswer(page, number, 'Снимите фильтр «Центр», оплата появится.');
  expect(complaints).toEqual([]);
});
