import { randomUUID } from 'node:crypto';
import { vendor, type BenchStage } from '#test/bench/portals/bench-stage.ts';
import type { LoadRequest } from '#test/bench/portals/open-loop.ts';
import { errorRequest } from '#test/support/api.ts';

const fromPortal = JSON.stringify({
  category: 'error',
  answers: { did: 'Отправил счёт-фактуру', expected: 'Ушёл', got: 'Ошибка подписи' },
  locale: 'ru',
});
const fromWidget = JSON.stringify(errorRequest);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Opens pages of the app, each in a portal of its own. @returns their bearers */
export async function openPages(
  { world, url, known }: BenchStage,
  count: number,
): Promise<readonly string[]> {
  const forms = await world.ask('forms', { from: known.length - count, count });
  const bearers: string[] = [];
  for (const { query, body } of forms) {
    const page = await fetch(`${url}/b24/${vendor}/app${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    const secret = /"secret":"([^"]+)"/.exec(await page.text())?.[1];
    if (secret === undefined) throw new Error(`a page did not open: ${page.status}`);
    bearers.push(secret);
  }
  return bearers;
}

/** Requests for help: by turns from a page inside a portal and from a widget. */
export function* intake(bearers: readonly string[], count: number): Generator<LoadRequest> {
  for (let at = 0; at < count; at += 1) {
    const portal = at % 2 === 0;
    const bearer = portal
      ? bearers[(at / 2) % bearers.length]
      : `dev_${letters.charAt(at % 26).repeat(43)}`;
    yield {
      path: '/v1/tickets',
      headers: {
        'content-type': 'application/json',
        'x-widget-key': portal ? vendor : 'modme',
        authorization: `Bearer ${bearer}`,
        'idempotency-key': randomUUID(),
      },
      body: portal ? fromPortal : fromWidget,
    };
  }
}
