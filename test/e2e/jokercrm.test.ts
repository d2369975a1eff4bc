import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerAtDesk,
  expectStoredPicture,
  fillRequest,
  openAtDesk,
  openHostPage,
  photograph,
  readBridge,
  seeAnswer,
  send,
} from '#test/support/journey.ts';
import { setStage, type Stage } from '#test/support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.strike());

test('S4.4.1.2: the widget prepares a request and opens the working chat with a one-time code', async () => {
  const { server } = stage;
  const person = await stage.person();
  const { page, complaints } = await openHostPage(person, server, {
    page: 'crm',
    vendor: 'jokercrm',
  });
  await fillRequest(page, {
    'Что делали': 'Отправил объект на площадку',
    'Что получили': 'Объявление без фотографий',
    'Шаг 1': 'Объекты → Отправить на площадку',
  });
  const seen = await photograph(page);
  const number = await send(page, /^Подготовить/);
  const { code, href } = await readBridge(page);

  expect(number).toBe('JOK-1');
  await expectStoredPicture(server, 'jokercrm', seen);
  expect(decodeURIComponent(href)).toContain(code);
  const waiting = await server.deps.client.unsafe(
    'select due_at, received_at from tickets where tenant_id = $1',
    ['jokercrm'],
  );
  expect(waiting).toEqual([{ due_at: null, received_at: null }]);

  const desk = await openAtDesk(person, server, 'jokercrm', number, 'awaiting');
  await desk.getByLabel('Код из сообщения').fill(code.toLowerCase());
  await desk.getByRole('button', { name: 'Принять по коду' }).click();
  await desk.getByRole('textbox', { name: 'Ответ' }).waitFor();
  await answerAtDesk(desk, 'Загрузите фотографии меньше 5 МБ.');
  await seeAnswer(page, number, 'Загрузите фотографии меньше 5 МБ.');
  expect(complaints).toEqual([]);
});
