import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerAtDesk,
  confirmArrival,
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

test('S2.1.5.2: on the phone the widget prepares a letter; its arrival is the receipt, then it is answered', async () => {
  const { server } = stage;
  const person = await stage.person({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const { page, complaints } = await openHostPage(person, server, {
    page: 'mobile',
    vendor: 'moidokumenty',
  });
  await fillRequest(page, {
    'Что делали': 'Записался в МФЦ и открыл талон',
    'Что получили': 'Талон пустой',
  });
  const seen = await photograph(page);
  const number = await send(page, /^Подготовить/);
  const { code, href } = await readBridge(page);

  expect(number).toBe('MDO-1');
  await expectStoredPicture(server, 'moidokumenty', seen);
  expect(href).toMatch(/^mailto:support@/);
  expect(decodeURIComponent(href)).toContain(code);

  const agent = await stage.person();
  const desk = await openAtDesk(agent, server, 'moidokumenty', number, 'awaiting');
  expect(await desk.getByText(code).count()).toBeGreaterThan(0);
  await confirmArrival(desk, 'Обращение пришло в почту');
  await answerAtDesk(desk, 'Обновите приложение, талон появится.');
  await seeAnswer(page, number, 'Обновите приложение, талон появится.');
  expect(complaints).toEqual([]);
});

test('S2.1.5.2: where letters leave the server, it writes in the person’s name and says where the answer comes', async () => {
  const { server } = stage;
  const sending = { DEMO: false, SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'desk@desk.example' };
  const before = { ...server.deps.config };
  Object.assign(server.deps.config, sending);
  const person = await stage.person({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const place = { page: 'mobile', vendor: 'moidokumenty' } as const;
  const { page } = await openHostPage(person, server, place);
  await fillRequest(page, { 'Что делали': 'Открыл талон', 'Что получили': 'Талон пустой' });
  await send(page, /^Подготовить/);
  await page
    .getByText(/Письмо в support@.* отправляем от вашего имени, ответ придёт на .•••@/)
    .waitFor();

  expect(await page.locator('rg-receipt a[href^="mailto:"]').count()).toBe(0);
  Object.assign(server.deps.config, { SMTP_URL: undefined, MAIL_FROM: undefined, ...before });
});
