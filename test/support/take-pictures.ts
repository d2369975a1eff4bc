import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, launchChromium } from '#test/support/chromium.ts';
import { makeDataFolder, removeDataFolder } from '#test/support/data-folder.ts';
import { root } from '#test/support/sources.ts';

/** `npm run pictures`: photographs the demo for the README into server/demo/pictures. */

const folder = process.env['PICTURES_DIR'] ?? join(root, 'server/demo/pictures');
const dataDir = makeDataFolder();
ensureChromium();
mkdirSync(folder, { recursive: true });
const server = spawn(process.execPath, ['dist/server/main.js', 'serve'], {
  cwd: root,
  env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const printed = await new Promise<string>((resolve) => {
  let text = '';
  server.stdout.on('data', (chunk) => {
    text += String(chunk);
    if (text.includes('signs in once')) resolve(text);
  });
});
const url = /http:\/\/[\d.:]+/.exec(printed)?.[0] ?? '';
const desk = /http\S+#token=\S+/.exec(printed)?.[0] ?? '';
const browser = await launchChromium();
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
  });
  const page = await context.newPage();
  await page.goto(`${url}/demo/host?vendor=modme&lang=ru&theme=light`);
  await page.getByText('Dilnoza Karimova').waitFor();
  await page.getByRole('button', { name: 'Поддержка' }).click();
  await page
    .getByLabel('Что делали')
    .fill('Принял оплату группы «IELTS вечер» и открыл отчёт «Оплаты» за 21 ноября.');
  await page.getByLabel('Что ожидали').fill('В отчёте 450 000 сум');
  await page.getByLabel('Что получили').fill('В строке 0 сум, долг не закрыт');
  await page.getByRole('button', { name: 'Снять страницу' }).click();
  await page.getByText(/^Снимок, \d+ скрыт/).waitFor();
  await page.getByLabel('Что случилось').scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(folder, 'widget.png') });
  await page.getByRole('button', { name: /^Отправить/ }).click();
  await page.getByText('Обращение принято').waitFor();

  const agent = await context.newPage();
  await agent.goto(desk);
  await agent.getByRole('combobox', { name: 'Вендор' }).waitFor();
  await agent.goto(`${url}/desk#/modme`);
  await agent.getByRole('link', { name: /^MOD-1\b/ }).click();
  const taken = agent.getByRole('button', { name: /^Открыть page-1/ }).locator('img');
  await taken.evaluate((image: HTMLImageElement) => image.decode());
  await agent.screenshot({ path: join(folder, 'desk.png') });
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  removeDataFolder(dataDir);
}
