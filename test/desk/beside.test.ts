import { nothing } from 'lit';
import { describe, expect, test, vi } from 'vitest';
import type { HoursBudgetView, TimePreview } from '#shared/wire/hours.ts';
import { succeed } from '#shared/result.ts';
import { besideApi } from '#desk/api/beside.ts';
import { sendSide } from '#desk/beside/send-side.ts';
import { sideForms, type SideAct, type SideValues } from '#desk/beside/side-forms.ts';
import type { BesideScene } from '#desk/beside/scene.ts';
import { hoursSection } from '#desk/context/hours-section.ts';
import { ordersSection } from '#desk/context/orders-section.ts';
import { secretsController } from '#desk/controllers/secrets.ts';
import { debitPreview } from '#desk/text/debit-preview.ts';
import { moneyText } from '#desk/text/money.ts';
import { wordsOf } from '#desk/text/words.ts';
import { zonesOf } from '#desk/text/zones.ts';
import { aTicket } from '#test/support/desk-fixtures.ts';

const at = { vendor: 'jokercrm', id: 'tck_1' };

/** What a filled form sends: method, path below the ticket's desk, body, key. */
async function sent(act: SideAct, values: SideValues, subject = 'x_1') {
  const asked: unknown[] = [];
  const api = besideApi((path, init) => {
    const headers = init.headers as Record<string, string> | undefined;
    asked.push([
      init.method,
      path.replace('/v1/desk/vendors/jokercrm', ''),
      init.body ? JSON.parse(String(init.body)) : null,
      headers?.['idempotency-key'] ?? null,
    ]);
    return Promise.resolve(Response.json({ link: 'https://desk.example/guest#token=t' }));
  });
  const done = await sendSide(api, { at, act, values, subject, key: 'k' });
  return { asked: asked[0], done };
}

describe('a form beside a ticket sends', () => {
  test.each<[SideAct, SideValues, unknown[]]>([
    [
      'log_time',
      { minutes: '50', ownError: 'yes' },
      ['POST', '/tickets/tck_1/time', { minutes: 50, ownError: true }, 'k'],
    ],
    [
      'log_time',
      { minutes: '50', order: 'ord_1', choice: 'overage' },
      ['POST', '/tickets/tck_1/time', { minutes: 50, order: 'ord_1' }, 'k'],
    ],
    [
      'correct_time',
      { minutes: '20', choice: 'next_month' },
      ['POST', '/tickets/tck_1/time/x_1/correct', { minutes: 20, choice: 'next_month' }, 'k'],
    ],
    ['void_time', {}, ['POST', '/tickets/tck_1/time/x_1/void', {}, null]],
    [
      'hold_meeting',
      { minutes: '45' },
      ['POST', '/tickets/tck_1/meetings/x_1/held', { minutes: 45 }, null],
    ],
    ['cancel_meeting', {}, ['POST', '/tickets/tck_1/meetings/x_1/cancel', {}, null]],
    [
      'ask_access',
      { scope: 'portal', days: '' },
      ['POST', '/tickets/tck_1/access-requests', { scope: 'portal' }, 'k'],
    ],
    ['revoke_access', {}, ['POST', '/tickets/tck_1/access-grants/x_1/revoke', {}, null]],
    [
      'invite_guest',
      { name: ' Ольга ', email: '', help: 'Телефония', days: '14' },
      ['POST', '/tickets/tck_1/guests', { name: 'Ольга', help: 'Телефония', days: 14 }, 'k'],
    ],
    ['revoke_guest', {}, ['DELETE', '/tickets/tck_1/guests/x_1', null, null]],
    [
      'add_participant',
      { agent: 'dev', purpose: 'advice' },
      ['POST', '/tickets/tck_1/participants', { agent: 'dev', purpose: 'advice' }, null],
    ],
    ['remove_participant', {}, ['DELETE', '/tickets/tck_1/participants/x_1', null, null]],
    [
      'propose_order',
      { work: 'Отчёт', price: '150.10', currency: 'rub' },
      [
        'POST',
        '/tickets/tck_1/orders',
        { scope: 'Отчёт', priceMinor: 15_010, currency: 'RUB' },
        'k',
      ],
    ],
    [
      'propose_order',
      { item: 'updates', exclusive: 'yes', work: 'Обновление', price: '1', currency: 'RUB' },
      [
        'POST',
        '/tickets/tck_1/orders',
        { item: 'updates', exclusive: true, scope: 'Обновление', priceMinor: 100, currency: 'RUB' },
        'k',
      ],
    ],
    [
      'log_time',
      { minutes: '30', item: 'updates', exclusive: 'yes' },
      ['POST', '/tickets/tck_1/time', { minutes: 30, item: 'updates', exclusive: true }, 'k'],
    ],
    ['accept_order', { by: 'Денис' }, ['POST', '/orders/x_1/accept', { by: 'Денис' }, 'k']],
    ['decline_order', { by: 'Денис' }, ['POST', '/orders/x_1/decline', { by: 'Денис' }, 'k']],
    ['finish_order', {}, ['POST', '/orders/x_1/done', {}, 'k']],
  ])('%s %j', async (act, values, expected) => {
    expect((await sent(act, values)).asked).toEqual(expected);
  });

  test('a meeting at an instant, whatever zone it was picked in', async () => {
    const picked = { url: 'https://meet.example/7', at: '2030-01-15T12:00', minutes: '30' };
    const { asked } = await sent('arrange_meeting', picked);
    const body = { url: picked.url, at: new Date(picked.at).toISOString(), minutes: 30 };

    expect(asked).toEqual(['POST', '/tickets/tck_1/meetings', body, 'k']);
  });

  test('and is told a link only where one is said', async () => {
    const guest = { name: 'Ольга', help: 'Телефония', days: '14' };
    const acts = Object.keys(sideForms) as SideAct[];
    const values = { ...guest, minutes: '5', at: '2030-01-15T12:00', price: '1', currency: 'RUB' };
    const links = await Promise.all(acts.map(async (act) => (await sent(act, values)).done));
    const linked = acts.filter((_, index) => {
      const done = links[index]!;
      return done.ok && done.value.link !== null;
    });

    expect(linked).toEqual(['invite_guest']);
  });
});

describe('what work would take', () => {
  const budget = (leftMinutes: number): HoursBudgetView => ({
    month: { from: '2026-10-31T21:00:00.000Z', until: '2026-11-30T21:00:00.000Z' },
    budgetMinutes: 180,
    carriedMinutes: 0,
    usedMinutes: 180 - leftMinutes,
    leftMinutes,
    warnAtMinutes: 144,
    state: 'left',
    choices: [],
    clause: '5.1',
  });

  test.each<[string, TimePreview, string]>([
    [
      'fits',
      { countedMinutes: 30, budget: budget(50), choices: [] },
      'Спишется 30 мин; останется 50 мин из 3 ч',
    ],
    [
      'does not fit',
      { countedMinutes: 90, budget: budget(80), choices: ['overage'] },
      'Нужно 1 ч 30 мин, а осталось 1 ч 20 мин из 3 ч',
    ],
    [
      'goes above',
      { countedMinutes: 90, budget: budget(-10), choices: [] },
      'Спишется 1 ч 30 мин; это на 10 мин больше, чем 3 ч',
    ],
    ['is free', { countedMinutes: 0, budget: null, choices: [] }, 'Из тарифа ничего не спишется'],
  ])('is said where it %s', (_case, preview, said) => {
    expect(debitPreview(wordsOf('ru'), preview)).toBe(said);
  });
});

describe('a secret', () => {
  const host = () => ({
    addController: vi.fn(),
    removeController: vi.fn(),
    requestUpdate: vi.fn(),
    updateComplete: Promise.resolve(true),
  });
  const reveal = () => Promise.resolve(succeed({ secret: 'Qwerty-4711', expiresAt: null }));

  test('is shown for a minute, and asked for anew after that', async () => {
    vi.useFakeTimers();
    const secrets = secretsController(host());
    await secrets.toggle('acc_1', reveal);
    const shown = secrets.shown.get('acc_1');
    vi.advanceTimersByTime(59_999);
    const still = secrets.shown.has('acc_1');
    vi.advanceTimersByTime(1);
    vi.useRealTimers();

    expect([shown, still, secrets.shown.has('acc_1')]).toEqual(['Qwerty-4711', true, false]);
  });

  test('is hidden by a second press, and with everything else when the page goes on', async () => {
    const secrets = secretsController(host());
    await secrets.toggle('acc_1', reveal);
    await secrets.toggle('acc_1', reveal);
    const afterSecondPress = secrets.shown.size;
    await secrets.toggle('acc_1', reveal);
    secrets.hideAll();

    expect([afterSecondPress, secrets.shown.size]).toEqual([0, 0]);
  });

  test('that is refused says why', async () => {
    const secrets = secretsController(host());
    const failure = { code: 'access.ended' } as const;
    await secrets.toggle('acc_1', () => Promise.resolve({ ok: false, failure }));

    expect([secrets.problem, secrets.shown.size]).toEqual([failure, 0]);
  });
});

test('S0.10.4 DSK: a meeting stands in the zones of vendor, requester and agent, each said once', () => {
  const ticket = { timezone: { id: 'Asia/Tashkent', label: 'Ташкент' } };
  const noon = Date.parse('2026-11-24T07:00:00Z');
  const said = (requesterZone: string | null, readerZone: string) =>
    zonesOf(wordsOf('ru'), ticket, { requesterZone, readerZone }, noon);

  expect(said('Europe/Moscow', 'Asia/Novosibirsk')).toBe(
    'Время: Ташкент. У заявителя 10:00. У вас 14:00.',
  );
  expect(said(null, 'Asia/Tashkent')).toBe('Время: Ташкент.');
});

test.each([
  ['ru', 1_500_000, '15 000 ₽'],
  ['ru', 15_010, '150,10 ₽'],
  ['en', 1_500_000, 'RUB 15,000'],
] as const)('a sum in %s: %d', (locale, minor, expected) => {
  expect(moneyText(locale, minor, 'RUB').replace(/\s/g, ' ')).toBe(expected);
});

test('sections with nothing in them and nothing to add are left out until the request has come', () => {
  const sceneOf = (status: BesideScene['ticket']['status'], orders = true) => {
    const work = { items: [], exclusive: false, orders };
    const beside = { time: { entries: [], budget: null, work }, orders: [] };
    return {
      words: wordsOf('ru'),
      ticket: aTicket({ status }),
      beside,
      open: vi.fn(),
    } as unknown as BesideScene;
  };
  const left = (scene: BesideScene) => [hoursSection(scene), ordersSection(scene)];

  expect(left(sceneOf('awaiting_channel'))).toEqual([nothing, nothing]);
  expect(left(sceneOf('open'))).not.toContain(nothing);
  // nothing of it can be offered to order
  expect(ordersSection(sceneOf('open', false))).toBe(nothing);
});
