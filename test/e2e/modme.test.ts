import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium } from '#test/support/chromium.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
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
import { testServer, type TestServer } from '#test/support/server.ts';

let database: TestDatabase;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  database = await testDatabase();
  server = await testServer(database);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.drop();
});

test('S0.8.1 WID: a request from the CRM with a picture becomes a numbered ticket, is answered and read', async () => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
  });
  const { page, complaints } = await openHostPage(context, server, {
    page: 'crm',
    vendor: 'modme',
  });
  await fillRequest(page, {
    'Что делали': 'Принял оплату и открыл отчёт «Оплаты»',
    'Что ожидали': 'В отчёте 450 000 сум',
    'Что получили': 'В строке 0 сум, долг не закрыт',
  });
  const seen = await photograph(page);
  const number = await send(page);

  expect(number).toBe('MOD-1');
  await expectStoredPicture(server, 'modme', seen);

  const desk = await openAtDesk(context, server, 'modme', number);
  await answerAtDesk(desk, 'Снимите фильтр «Центр», оплата появится.');
  await seeAnswer(page, number, 'Снимите фильтр «Центр», оплата появится.');
  expect(complaints).toEqual([]);
  await context.close();
});
