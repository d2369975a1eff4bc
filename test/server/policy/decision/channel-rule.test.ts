import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/vocabulary.ts';
import { channelRule, waysToAsk } from '#server/policy/decision/channel-rule.ts';
import { bridgeToMail, policyWith } from '#test/support/pack-variants.ts';
import { policyOf } from '#test/support/policies.ts';

const packs = {
  modme: policyOf('modme').pack,
  didox24: policyOf('didox24').pack,
  moidokumenty: policyOf('moidokumenty').pack,
  technokad: policyOf('technokad').pack,
  jokercrm: policyOf('jokercrm').pack,
};
type Vendor = keyof typeof packs;
const official = { outcome: 'accepted', official: true, record: 'ticket', clockStarts: true };
const kinds = (ways: readonly { readonly kind: Channel }[]) => ways.map(({ kind }) => kind);

test.each<[string, Vendor, Channel, object]>([
  ['S0.6.1 POL: the corporate Telegram', 'modme', 'telegram', { ...official, clause: '14' }],
  ['S0.6.1 POL: the phone', 'modme', 'phone', { ...official, clause: '14' }],
  ['S0.6.1 POL: the built-in form', 'modme', 'widget', { ...official, clause: '6' }],
  ['a letter to Didox24', 'didox24', 'mail', { ...official, intake: 'full' }],
  ['B1: a call to Didox24', 'didox24', 'phone', { ...official, intake: 'register_and_verify' }],
  ['B1: its form', 'didox24', 'bitrix24', { ...official, intake: 'register_and_verify' }],
  ['S2.1.5.2 POL: a letter', 'moidokumenty', 'mail', { ...official, clause: '1.5' }],
  ['three hotlines are one kind of channel', 'technokad', 'phone', official],
  ['a working chat', 'jokercrm', 'whatsapp', { ...official, clause: '4.1' }],
])('a request by the regulation: %s', (_case, vendor, kind, rule) => {
  expect(channelRule(packs[vendor], kind)).toMatchObject(rule);
});

test.each<[string, Vendor, Channel, string, string, Channel[]]>([
  [
    'S0.6.1 POL: WhatsApp is not named',
    'modme',
    'whatsapp',
    'interaction',
    '6',
    ['telegram', 'phone'],
  ],
  ['S2.1.5.2 POL: a call', 'moidokumenty', 'phone', 'interaction', '1.5', ['mail']],
  ['S2.1.5.2 POL: Telegram', 'moidokumenty', 'telegram', 'interaction', '1.5', ['mail']],
  [
    'S4.4.3.1 POL: phone and Skype',
    'jokercrm',
    'phone',
    'interaction',
    '4.3',
    ['telegram', 'whatsapp'],
  ],
])(
  'kept, answered with the ways that are official, and no clock: %s',
  (_case, vendor, kind, record, clause, ways) => {
    const rule = channelRule(packs[vendor], kind);

    expect(rule).toMatchObject({ outcome: 'not_official', record, clause, clockStarts: false });
    expect(rule.outcome === 'not_official' && kinds(rule.answerWith)).toEqual(ways);
  },
);

test.each<[string, Vendor, boolean]>([
  ['S0.6.1 POL: where the form is a way of its own, it is offered too', 'modme', true],
  ['S2.1.5.2 POL: where it only prepares letters, it is not', 'moidokumenty', false],
])('%s', (_case, vendor, sendForm) => {
  expect(channelRule(packs[vendor], 'whatsapp')).toMatchObject({ sendForm });
});

describe('B2, B3: a form that prepares a request for another channel', () => {
  test.each<[string, Vendor, Channel]>([
    ['S2.1.5.2 POL: a letter', 'moidokumenty', 'mail'],
    ['the working chat', 'jokercrm', 'telegram'],
  ])('%s', (_case, vendor, kind) => {
    expect(channelRule(packs[vendor], 'widget')).toMatchObject({
      outcome: 'bridge',
      official: false,
      clockStarts: false,
      to: { kind },
    });
  });

  test('a form that is switched off leaves nothing', () => {
    const off = policyWith({ widget: { mode: 'off', clause: '6' } }).pack;

    expect(channelRule(off, 'widget')).toMatchObject({ outcome: 'not_official', record: 'none' });
  });
});

describe('B4: what a contact leaves is the choice of the pack', () => {
  test('a way that is named and not official may leave nothing', () => {
    const { pack } = policyWith(bridgeToMail);

    expect(channelRule(pack, 'phone')).toMatchObject({ record: 'none', clause: '6' });
  });

  test('an official one that is only noted starts no clock', () => {
    const channels = packs.modme.channels.map((channel) => ({
      ...channel,
      record: 'interaction' as const,
    }));

    expect(channelRule({ ...packs.modme, channels }, 'phone')).toMatchObject({
      outcome: 'accepted',
      clockStarts: false,
    });
  });
});

describe('S3.5.1.1 POL: proposals come in writing', () => {
  const wish = policyOf('technokad').categories.get('wish');

  test('by phone an agent sends the link of the form', () => {
    const rule = channelRule(packs.technokad, 'phone', wish);

    expect(rule).toMatchObject({
      outcome: 'other_channel_needed',
      record: 'interaction',
      clockStarts: false,
      sendForm: true,
      answerWith: [{ kind: 'mail' }],
      clause: '5',
    });
  });

  test.each<Channel>(['widget', 'mail'])('by %s it is taken', (kind) => {
    expect(channelRule(packs.technokad, kind, wish)).toMatchObject(official);
  });

  test('an error may be told by phone', () => {
    const error = policyOf('technokad').categories.get('error');

    expect(channelRule(packs.technokad, 'phone', error)).toMatchObject(official);
  });
});

describe('ways to ask', () => {
  const addresses = (region?: string) =>
    waysToAsk(packs.technokad, region).map(({ href }) => href.replace('mailto:', ''));

  test('a region has its own hotline', () => {
    expect(addresses('siberia')).toEqual(['support@technokad.ru', 'tel:+73833835768']);
    expect(addresses('moscow')).toEqual(['support@technokad.ru', 'tel:+74952698657']);
  });

  test('where the region is not known, all are shown', () => {
    expect(addresses()).toHaveLength(4);
  });

  test('the preferred one is first', () => {
    const channels = packs.technokad.channels.map((channel) =>
      channel.official ? { ...channel, preferred: channel.href.endsWith('8657') } : channel,
    );

    expect(waysToAsk({ ...packs.technokad, channels })[0]?.kind).toBe('phone');
  });
});
