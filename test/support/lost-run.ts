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
  /** Whether every file of the ticket is what the person chose. */
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

/** Lets a person write a request with files and send it, while the dice cut the way and kill the tab. */
export async function lostRun(deps: LostRunDeps, dice: Dice, name: string): Promise<LostRun> {
  const { browser, way, client } = deps;
  const story: string[] = [];
  const files = Array.from({ length: dice.whole(1, 2) }, (_, index) => ({
    name: `${index}.jpg`,
    mimeType: 'image/jpeg',
    buffer: noise(dice, 4 * dice.whole(1_000, dice.chance(0.3) ? 400_000 : 20_000)),
  }));
  let cuts = dice.whole(1, 3);
  let kills = dice.whole(0, 2);
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

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const open = async () => {
    const page = await context.newPage();
    await page.goto(way.pageUrl);
    return page;
  };
  const stored = async () =>
    client.unsafe(
      `select t.id, array_agg(a.sha256 order by a.name) as files from tickets t
       left join attachments a on a.tenant_id = t.tenant_id and a.ticket_id = t.id
       where t.tenant_id = 'modme' and t.subject like $1 group by t.id`,
      [`${name}%`],
    );

  try {
    let page = await open();
    await write(page, name, files);
    await send(page);
    const endsAt = Date.now() + limitMs;
    while (Date.now() < endsAt) {
      if (killNow) {
        killNow = false;
        story.push('tab killed');
        await page.close({ runBeforeUnload: false });
        page = await open();
      }
      // what a connection that comes back tells the page: nobody waits out the pauses
      const left = await marksOf(page);
      if (left.length === 0 && (await stored()).length > 0) break;
      if (left.includes('kept') && !left.includes('sending')) await send(page);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    const tickets = await stored();
    const whole = files.map(({ buffer }) => sha256(buffer));
    const [ticket] = tickets;
    return {
      story,
      tickets: tickets.length,
      filesWhole: JSON.stringify(ticket?.['files']) === JSON.stringify(whole),
      left: await marksOf(page),
    };
  } finally {
    await context.close();
  }
}

/** Marks of the widget in the browser; tells the page that the connection is back. */
const marksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    dispatchEvent(new Event('online'));
    return Object.keys(localStorage)
      .map((key) => key.split(':').at(-1) ?? '')
      .filter((key) => key !== 'device');
  });

async function write(
  page: Page,
  name: string,
  files: readonly { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
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
