import { describe, expect, test } from 'vitest';
import { locales } from '#shared/vocabulary.ts';
import { widgetConfig } from '#shared/wire/widget-config.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import type { Policy } from '#server/policy/packs.ts';
import { type WidgetRequester, widgetView } from '#server/policy/widget/widget-view.ts';
import { bridgeToMail, contractOnly, policyWith } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';

const modme = policyOf('modme');
const limits = { attachments: 10, attachmentBytes: 10_000_000 };

const view = (policy: Policy, at: string, requester: WidgetRequester | null = null) =>
  widgetView(policy, { locale: 'en', now: Date.parse(at), requester, limits });

const administrator: WidgetRequester = {
  proven: true,
  entitlement: { validUntil: '2027-01-31' },
  provenBy: 'modme.uz',
  known: {
    name: 'Branch administrator',
    email: 'admin@namuna.example',
    phone: '+998 90 123 45 67',
    organisation: 'Namuna',
  },
};

describe('S0.7.3 WID: the configuration tells open or closed, and the next opening', () => {
  test.each([
    [
      'Sunday',
      '2026-11-22T13:20:00Z',
      { openNow: false, opensAt: '2026-11-23T05:00:00.000Z', today: [] },
    ],
    [
      'inside hours',
      '2026-11-23T09:20:00Z',
      { openNow: true, closesAt: '2026-11-23T14:00:00.000Z' },
    ],
    [
      'at the opening',
      '2026-11-23T05:00:00Z',
      { openNow: true, closesAt: '2026-11-23T14:00:00.000Z' },
    ],
    [
      'at the closing',
      '2026-11-23T14:00:00Z',
      { openNow: false, opensAt: '2026-11-24T05:00:00.000Z' },
    ],
    [
      'a holiday',
      '2026-12-08T07:00:00Z',
      { openNow: false, opensAt: '2026-12-09T05:00:00.000Z', today: [] },
    ],
  ])('%s', (_case, at, hours) => {
    expect(view(modme, at).hours).toMatchObject({ ...hours, clause: '7' });
  });

  test('open has no next opening, closed no closing; today is the whole day', () => {
    const open = view(modme, '2026-11-23T09:20:00Z').hours;

    expect(open).not.toHaveProperty('opensAt');
    expect(view(modme, '2026-11-22T09:20:00Z').hours).not.toHaveProperty('closesAt');
    expect(open?.today).toEqual([
      { from: '2026-11-23T05:00:00.000Z', to: '2026-11-23T14:00:00.000Z' },
    ]);
  });

  test('the zone is named as people name it', () => {
    expect(view(modme, '2026-11-22T13:20:00Z').timezone).toEqual({
      id: 'Asia/Tashkent',
      label: 'Tashkent',
    });
  });

  test('where no hours are stated, none are shown, and the silent clause is named', () => {
    const silent = view(policyWith(contractOnly), '2026-11-23T09:20:00Z');

    expect(silent.hours).toBeNull();
    expect(silent.hoursNotStatedClause).toBe('7');
    expect(silent.promise).toMatchObject({ dueAt: null, unstated: 'contract_sets_term' });
  });
});

describe('the promise', () => {
  test('is what would be decided if the request were sent now', () => {
    const now = Date.parse('2026-11-22T13:20:00Z');
    const decided = decisionOf(modme, {
      receivedAt: now,
      arrival: 'widget',
      category: 'error',
      answered: new Set(modme.fields.keys()),
      attachments: 1,
      requester: administrator,
    });
    const shown = view(modme, '2026-11-22T13:20:00Z', administrator);

    expect(shown.promise).toEqual(decided.firstResponse);
    expect(shown.notices).toEqual(decided.notices);
    expect(shown.promise.dueAt).toBe('2026-11-23T14:00:00.000Z');
  });

  test('says nothing about missing answers before anything is asked', () => {
    const { notices } = view(modme, '2026-11-22T13:20:00Z');

    expect(notices.map(({ code }) => code)).not.toContain('missing_asked');
  });

  test('S0.3.1 POL: a lapsed plan sees no term and the way to renew', () => {
    const lapsed = { ...administrator, entitlement: { validUntil: '2026-11-20' } };
    const { promise, notices } = view(modme, '2026-11-22T13:20:00Z', lapsed);

    expect(promise).toMatchObject({ dueAt: null, unstated: 'not_covered' });
    expect(notices[0]).toMatchObject({
      code: 'entitlement_lapsed',
      nextStep: { code: 'renew', href: 'https://modme.uz' },
    });
  });
});

describe('who looks at it', () => {
  test('a known requester is shown, masked, and need not be asked again', () => {
    const { requester, fields } = view(modme, '2026-11-22T13:20:00Z', administrator);
    const value = (id: string) => fields.find((field) => field.id === id)?.value;

    expect(requester).toEqual({
      name: 'Branch administrator',
      email: 'a•••@namuna.example',
      provenBy: 'modme.uz',
    });
    expect(value('email')).toBe('a•••@namuna.example');
    expect(value('phone')).toBe('••• 67');
    expect(value('organisation')).toBe('Namuna');
    expect(value('did')).toBeUndefined();
  });

  test('what nobody vouches for is not shown as known', () => {
    const unproven = { ...administrator, proven: false, provenBy: null };
    const { fields } = view(modme, '2026-11-22T13:20:00Z', unproven);

    expect(fields.filter(({ value }) => value !== undefined)).toEqual([]);
  });

  test('a secret is asked for as one, whatever kind of words it takes', () => {
    const { fields } = view(policyOf('didox24'), '2026-11-22T13:20:00Z');

    expect(fields.filter(({ kind }) => kind === 'secret').map(({ id }) => id)).toEqual([
      'connection',
    ]);
  });

  test('nobody yet', () => {
    const { requester, anonymousAllowed } = view(modme, '2026-11-22T13:20:00Z');

    expect(requester).toBeNull();
    expect(anonymousAllowed).toBe(true);
  });

  test('a category of requesters is asked for less', () => {
    const policy = policyWith(bridgeToMail);
    const organisation = (requester: WidgetRequester | null) =>
      view(policy, '2026-11-22T13:20:00Z', requester).fields.find(({ id }) => id === 'organisation')
        ?.requirement;

    expect(organisation(administrator)).toBe('optional');
    expect(organisation({ ...administrator, category: 'office' })).toBe('asked');
    expect(organisation(null)).toBe('asked');
  });
});

test('S0.6.1 POL: only official channels are offered', () => {
  const { channels, mode, bridge } = view(policyWith(bridgeToMail), '2026-11-22T13:20:00Z');

  expect(channels.map(({ kind }) => kind)).toEqual(['mail']);
  expect({ mode, bridge }).toEqual({ mode: 'bridge', bridge: { channel: 'mail', clause: '6' } });
});

test('the channels of the text, with their clause', () => {
  expect(view(modme, '2026-11-22T13:20:00Z').channels).toMatchObject([
    {
      kind: 'telegram',
      address: '@modme_support',
      href: 'https://t.me/modme_support',
      clause: '14',
    },
    { kind: 'phone', address: '+998 78 777 11 00', href: 'tel:+998787771100', clause: '14' },
  ]);
});

test('an excluded category says why before a person writes', () => {
  const { categories } = view(modme, '2026-11-22T13:20:00Z');
  const training = categories.find(({ id }) => id === 'training');

  expect(training).toMatchObject({ scope: 'out', clause: '5' });
  expect(training?.notice).toMatch(/not part of support/);
  expect(categories.find(({ id }) => id === 'error')).not.toHaveProperty('notice');
});

test.each(locales)('the whole shape in %s, of every kind of policy', (locale) => {
  for (const policy of [modme, policyWith(contractOnly), policyWith(bridgeToMail)]) {
    for (const requester of [null, administrator]) {
      const config = widgetView(policy, { locale, now: 1_795_353_600_000, requester, limits });

      expect(widgetConfig.omit({ news: true }).strict().parse(config)).toEqual(config);
      expect(config.vendor.name).toBe('MODME');
      expect(config.edition.title).toBe(policy.pack.title[locale]);
      expect(config.clauses['9']).toEqual({
        text: policy.pack.clauses['9']?.text[locale],
        href: 'https://modme.uz',
      });
    }
  }
});

test('the edition leads to the public page where there is one', () => {
  const asked = { locale: 'ru', now: 1_795_353_600_000, requester: null, limits } as const;

  expect(widgetView(modme, { ...asked, editionHref: '/policy/modme' }).edition.href).toBe(
    '/policy/modme',
  );
  expect(widgetView(modme, asked).edition.href).toBe('https://modme.uz');
});

test('a form speaks of articles only where there are some', () => {
  const asked = { locale: 'ru', now: 1_795_353_600_000, requester: null, limits } as const;

  expect(widgetView(modme, asked).reading).toBeNull();
  expect(widgetView(modme, { ...asked, documented: true }).reading).toEqual({ mode: 'suggest' });
});
