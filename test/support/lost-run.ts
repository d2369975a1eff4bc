import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { Connection } from '#server/db/connect.ts';
import type { Cut, CuttingWay } from '#test/support/cutting-way.ts';
import type { Dice } from '#test/support/dice.ts';

/** What one person's sending came to, with the way cut and the tab killed in between. */
export interface LostRun {
  /** What happened, in order, to be read where something was lost. */
  readonly story: readonly string[];
  readonly tickets: number;
  /** Replies that the person wrote and that arrived. */
  readonly replies: { readonly written: number; readonly arrived: number };
  /** Whether every file of the ticket and of the reply is what the person chose. */
  readonly filesWhole: boolean;
  /** What is left in the browser afterwards. */
  readonly left: readonly string[];
}

export interface LostRunDeps {
  readonly browser: Browser;
  readonly way: CuttingWay;
  readonly client: Connection['client'];
}

/** Long enough for a machine that is taken away at times: a request that is lost never comes. */
const limitMs = 120_000;
/** A JPEG by its first bytes, noise behind them: nothing of it can be mixed up unnoticed. */
function noise(dice: Dice, bytes: number): Buffer {
  const picture = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 4)
    picture.writeInt32LE(dice.whole(-(2 ** 31), 2 ** 31 - 1), at);
  picture.set([0xff, 0xd8, 0xff, 0xe0]);
  return picture;
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const someFiles = (dice: Dice, least: number, name: string): ChosenFile[] =>
  Array.from({ length: dice.whole(least, 2) }, (_, index) => ({
    name: `${name}${index}.jpg`,
    mimeType: 'image/jpeg',
    buffer: noise(dice, 4 * dice.whole(1_000, dice.chance(0.3) ? 400_000 : 20_000)),
  }));

/** Cuts the way and asks for the tab's end as the dice have it; the way back is the same for every part of a run. */
function misfortune(dice: Dice, way: CuttingWay, story: string[]) {
  let cuts = 0;
  let kills = 0;
  let killNow = false;
  way.next = (method, path) => {
    if (!/^\/v1\/(uploads|tickets)/.test(path)) return undefined;
    if (kills > 0 && method !== 'GET' && dice.chance(0.3)) {
      kills -= 1;
      killNow = true;
    }
    if (cuts === 0 || !dice.chance(0.6)) return undefined;
    cuts -= 1;
    const cut = dice.pick<[Cut, Cut, Cut]>(['before', 'middle', 'answer']);
    story.push(`${method} ${path.slice(0, 12)} cut: ${cut}`);
    return cut;
  };
  return {
    /** So much is to happen from now on. */
    begin() {
      cuts = dice.whole(1, 3);
      kills = dice.whole(0, 2);
    },
    /** Whether the tab is to be killed now; said once. */
    kills() {
      const now = killNow;
      killNow = false;
      return now;
    },
  };
}

/**
 * Lets a person write a request with files and send it, and at times a reply to it, while the dice cut the way and
 * kill the tab.
 */
export async function lostRun(deps: LostRunDeps, dice: Dice, name: string): Promise<LostRun> {
  const { browser, way, client } = deps;
  const story: string[] = [];
  const bad = misfortune(dice, way, story);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const open = async () => {
    const page = await context.newPage();
    await page.goto(way.pageUrl);
    return page;
  };
  let page = await open();
  const stored = () =>
    client.unsafe(
      `select m.kind, array_remove(array_agg(a.sha256 order by a.name), null) as files from tickets t
       join messages m on m.tenant_id = t.tenant_id and m.ticket_id = t.id and m.author_kind = 'requester'
       left join attachments a on a.tenant_id = m.tenant_id and a.message_id = m.id
       where t.tenant_id = 'modme' and t.subject like $1 group by m.id, m.kind`,
      [`${name}%`],
    );
  const storedAs = async (kind: string) =>
    (await stored()).filter((row) => (row['kind'] === 'reply') === (kind === 'reply'));

  /** Until one thing of a kind has arrived and the browser has nothing left to bring on its way. */
  async function insist(kind: 'request' | 'reply', again: (page: Page) => Promise<void>) {
    const endsAt = Date.now() + limitMs;
    while (Date.now() < endsAt) {
      if (bad.kills()) {
        story.push('tab killed');
        await page.close({ runBeforeUnload: false });
        page = await open();
      }
      // what a connection that comes back tells the page: nobody waits out the pauses
      const left = await marksOf(page);
      if (left.length === 0 && (await storedAs(kind)).length > 0) return;
      if (left.includes('kept') && !left.includes('sending')) await again(page);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  try {
    const files = someFiles(dice, 1, '');
    bad.begin();
    await write(page, name, files);
    await send(page);
    await insist('request', send);

    const answers = dice.chance(0.4);
    const added = answers ? someFiles(dice, 0, 'r') : [];
    if (answers) {
      story.push('reply');
      await openThread(page);
      bad.begin();
      await writeReply(page, added);
      await sendReply(page);
      await insist('reply', async (now) => {
        await openThread(now);
        await sendReply(now);
      });
    }
    const [tickets, replies] = [await storedAs('request'), await storedAs('reply')];
    return {
      story,
      tickets: tickets.length,
      replies: { written: Number(answers), arrived: replies.length },
      filesWhole: isWhole(tickets, files) && (!answers || isWhole(replies, added)),
      left: await marksOf(page),
    };
  } finally {
    await context.close();
  }
}

const isWhole = (
  [row]: readonly Readonly<Record<string, unknown>>[],
  files: readonly ChosenFile[],
): boolean =>
  JSON.stringify(row?.['files']) === JSON.stringify(files.map(({ buffer }) => sha256(buffer)));

/** Marks of the widget in the browser; tells the page that the connection is back. */
const marksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    dispatchEvent(new Event('online'));
    return Object.keys(localStorage)
      .map((key) => key.split(':').at(-1) ?? '')
      .filter((key) => key === 'kept' || key === 'sending');
  });

async function write(page: Page, name: string, files: readonly ChosenFile[]): Promise<void> {
  await page.locator('rg-launcher button').click();
  const form = page.locator('rg-form');
  await form.locator('textarea#did').fill('Принял оплату');
  await form.locator('textarea#expected').fill('450 000');
  await form.locator('textarea#got').fill(name);
  await form.locator('#name').fill('Алишер');
  await form.locator('#phone').fill('+998 00 000 00 00');
  await form.locator('input[type=file][multiple]').setInputFiles([...files]);
  await page.locator('.kept[aria-busy=false]').getByText('Черновик сохранён').waitFor();
}

/** Where the draft stands kept in the form, and nothing of it is on its way: after a reload the panel is closed. */
async function send(page: Page): Promise<void> {
  const panel = page.locator('reglament-widget dialog[open]');
  if ((await panel.count()) === 0) await page.locator('rg-launcher button').click();
  const kept = page.locator('.kept[aria-busy=false]').getByText('Черновик сохранён');
  if (!(await kept.isVisible())) return;
  // a press that comes too late, as the form is on its way by now, is no press
  await page
    .locator('rg-form footer button.primary')
    .click({ timeout: 1_000 })
    .catch(() => undefined);
}

/** The conversation about the one request there is. */
async function openThread(page: Page): Promise<void> {
  const reply = page.locator('rg-thread textarea');
  if (await reply.isVisible()) return;
  const panel = page.locator('reglament-widget dialog[open]');
  if ((await panel.count()) === 0) await page.locator('rg-launcher button').click();
  const [onReceipt, mine] = [
    page.locator('rg-receipt').getByRole('button', { name: 'Дописать' }),
    panel.locator('.mine'),
  ];
  await onReceipt.or(mine).first().waitFor();
  if (await onReceipt.isVisible()) await onReceipt.click();
  else {
    await mine.click();
    await page.locator('rg-list button.row').first().click();
  }
  await reply.waitFor();
}

async function writeReply(page: Page, files: readonly ChosenFile[]): Promise<void> {
  const thread = page.locator('rg-thread');
  await thread.locator('textarea').fill('Вот ещё');
  await thread.locator('input[type=file][multiple]').setInputFiles([...files]);
  await thread.locator('.kept[aria-busy=false]').getByText('Черновик сохранён').waitFor();
}

/** A press that comes too late, as the reply is on its way by now, is no press. */
async function sendReply(page: Page): Promise<void> {
  const kept = page.locator('rg-thread .kept[aria-busy=false]').getByText('Черновик сохранён');
  if (!(await kept.isVisible())) return;
  await page
    .locator('rg-thread footer button.primary')
    .click({ timeout: 1_000 })
    .catch(() => undefined);
}
