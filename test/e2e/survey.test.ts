import { afterAll, beforeAll, expect, test } from 'vitest';
import { fireDue } from '#test/support/due-timers.ts';
import { axeComplaints, sideways } from '#test/support/axe.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { rowDesk } from '#test/support/row-desk.ts';
import { selectLetters } from '#server/features/outbox/select-letters.ts';
import { surveyLink } from '#server/features/surveys/survey-letter.ts';
import type { FollowUpList } from '#shared/wire/after-resolution.ts';
import type { Browser } from 'playwright-core';

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

/** A solved ticket whose requester has the letter with the link. */
async function asked() {
  const opened = await row.open('modme');
  await row.answer(opened, { kind: 'reply', text: 'Починили', resolve: true });
  const list = (await (await row.get('modme', '/follow-ups')).json()) as FollowUpList;
  const { nextAt } = list.rows.find(({ ticket }) => ticket.id === opened.id)!;
  await row.at(nextAt!);
  await fireDue(row.server);
  const letters = await selectLetters(row.database.db);
  const { entry } = letters.find(
    (letter) => letter.entry.kind === 'follow_up' && letter.entry.ticketId === opened.id,
  )!;
  const link = row.server.url + new URL(surveyLink(row.server.deps, entry)).pathname;
  return { opened, link };
}

test.each([
  ['light', 360],
  ['dark', 360],
  ['light', 1280],
  ['dark', 1280],
] as const)(
  'S0.12.3 MAIL: the page of a survey is answered by keyboard alone, %s at %d px',
  async (colorScheme, width) => {
    const { opened, link } = await asked();
    const tab = await browser.newPage({
      viewport: { width, height: 740 },
      colorScheme,
      bypassCSP: true,
    });
    await tab.goto(link);
    expect([await axeComplaints(tab), await sideways(tab)]).toEqual([[], 0]);

    for (const key of [
      'Tab',
      'Space',
      'Tab',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
    ])
      await tab.keyboard.press(key);
    await tab.keyboard.press('Tab');
    await tab.keyboard.type('Всё работает');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await tab.getByRole('status').waitFor();
    const { events } = await row.ticket(opened);

    expect(await tab.getByRole('status').textContent()).toBe('Спасибо, ваш ответ сохранён.');
    expect(await axeComplaints(tab)).toEqual([]);
    expect(events.find(({ kind }) => kind === 'follow_up_answered')?.params).toMatchObject({
      solved: 'true',
      score: '5',
    });
    await tab.close();
  },
);
