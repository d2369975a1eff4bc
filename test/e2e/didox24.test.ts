import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Connection } from '#server/db/connect.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Cluster } from '#test/support/cluster.ts';
import { privateCluster } from '#test/support/database.ts';
import {
  answerAtDesk,
  expectStoredPicture,
  fillRequest,
  openAtDesk,
  openHostPage,
  photograph,
  seeAnswer,
  shownNumber,
} from '#test/support/journey.ts';
import { setStage, type Stage } from '#test/support/stage.ts';

let cluster: Cluster;
let connection: Connection;
let stage: Stage;
beforeAll(async () => {
  cluster = await privateCluster();
  await migrate(cluster.url);
  connection = connect({ url: cluster.url });
  stage = await setStage(connection);
});
afterAll(async () => {
  await stage.strike();
  await connection.close();
  await cluster.remove();
});

test('S1.3.2.2: the database stops after the press: the person is told, presses nothing, and there is one ticket', async () => {
  const { server } = stage;
  const person = await stage.person();
  const { page, complaints } = await openHostPage(person, server, {
    page: 'portal',
    vendor: 'didox24',
  });
  await fillRequest(page, {
    'Что делали': 'Отправил счёт-фактуру из сделки',
    'Что ожидали': 'Статус «Отправлен»',
    'Что получили': 'Ошибка подписи',
  });
  const seen = await photograph(page);

  await cluster.stop('immediate');
  await page.getByRole('button', { name: /^Отправить/ }).click();
  await page.getByText('Служба поддержки недоступна').waitFor();
  await cluster.start();
  const number = await shownNumber(page);

  expect(number).toBe('DDX-1');
  const tickets = await connection.client.unsafe('select number from tickets');
  expect(tickets).toHaveLength(1);
  await expectStoredPicture(server, 'didox24', seen);
  await page.getByText('Первый ответ за 1 рабочий день').waitFor();
  await page.getByText('Часы работы в регламенте не указаны').waitFor();

  const desk = await openAtDesk(person, server, 'didox24', number);
  await answerAtDesk(desk, 'Обновите сертификат ЭЦП.');
  await seeAnswer(page, number, 'Обновите сертификат ЭЦП.');
  expect(complaints).toEqual([]);
});
