import { describe, expect, test } from 'vitest';
import {
  attributionOf,
  contractRights,
  type Evidence,
  type Registered,
} from '#server/policy/decision/attribution.ts';
import type { MailEvidence } from '#server/policy/decision/attribute-mail.ts';
import { isPublicMailDomain } from '#server/policy/decision/public-mail.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { policyOf } from '#test/support/policies.ts';

const { pack } = policyOf('didox24');
const registered: Registered = {
  mail: [
    { organisation: 'textile', domains: ['textile.uz', 'gmail.com'], addresses: [] },
    { organisation: 'bakery', domains: [], addresses: ['bakery@gmail.com', 'hi@bread.uz'] },
  ],
  logins: [
    { organisation: 'textile', login: 'textile_it', accountId: '1001' },
    { organisation: 'bakery', login: '@Baker', accountId: null },
  ],
  portals: [{ portalId: 'member-1', organisation: 'textile' }],
};

type Channel = PolicyPack['channels'][number];
type Trust = Extract<Channel, { official: true }>['trust'];
const trusting = (trust: Trust): PolicyPack => ({
  ...pack,
  channels: pack.channels.map((channel) =>
    channel.official && channel.trust?.by === trust?.by ? { ...channel, trust } : channel,
  ),
});
const who = (evidence: Evidence, of = pack) => attributionOf(of, evidence, registered);

const letter = (from: string, facts: Partial<MailEvidence> = {}): MailEvidence => ({
  by: 'mail',
  from,
  dmarc: 'pass',
  authenticatedDomain: from.split('@')[1],
  ...facts,
});

describe('S1.3.1.3 POL: a letter counts from a registered domain that has passed', () => {
  const nobody = (reason: string) => ({ outcome: 'unattributed', reason, clause: '3.1' });
  const textile = { outcome: 'attributed', organisation: 'textile', by: 'domain', clause: '3.1' };

  test.each<[string, MailEvidence, object]>([
    ['the domain of the organisation', letter('it@textile.uz'), textile],
    ['in capitals', letter('IT@Textile.UZ'), textile],
    [
      'a forged sender goes into quarantine',
      letter('it@textile.uz', { dmarc: 'fail', authenticatedDomain: undefined }),
      { outcome: 'quarantined', reason: 'forged', clause: '3.1' },
    ],
    [
      'a letter that nothing vouches for',
      letter('it@textile.uz', { dmarc: 'none', authenticatedDomain: undefined }),
      nobody('not_authenticated'),
    ],
    ['another organisation', letter('it@other.uz'), nobody('not_registered')],
    ['a subdomain is another domain', letter('it@mail.textile.uz'), nobody('not_registered')],
    ['a domain that only ends alike', letter('it@nottextile.uz'), nobody('not_registered')],
    [
      'B9: a sibling that vouches is not enough',
      letter('it@textile.uz', { authenticatedDomain: 'client.textile.uz' }),
      nobody('not_aligned'),
    ],
    [
      'a public provider proves nothing, whatever the contract lists',
      letter('somebody@gmail.com'),
      nobody('public_provider'),
    ],
    [
      'but an exact mailbox there does',
      letter('bakery@gmail.com'),
      { outcome: 'attributed', organisation: 'bakery', by: 'address' },
    ],
    [
      'as does one elsewhere',
      letter('hi@bread.uz'),
      { outcome: 'attributed', organisation: 'bakery', by: 'address' },
    ],
    ['no address at all', letter('textile.uz'), nobody('not_registered')],
  ])('%s', (_case, evidence, attribution) => {
    expect(who(evidence)).toMatchObject(attribution);
  });

  test('relaxed alignment lets a sibling vouch', () => {
    const relaxed = trusting({
      by: 'dmarc',
      alignment: 'relaxed',
      publicDomains: 'exact_address',
      clause: '3.1',
    });
    const evidence = letter('it@textile.uz', { authenticatedDomain: 'client.textile.uz' });

    expect(who(evidence, relaxed)).toMatchObject(textile);
  });

  test('where public mailboxes are forbidden, an exact one proves nothing either', () => {
    const forbidden = trusting({ by: 'dmarc', alignment: 'strict', publicDomains: 'forbidden' });

    expect(who(letter('bakery@gmail.com'), forbidden)).toMatchObject({
      outcome: 'unattributed',
      reason: 'public_provider',
    });
    expect(who(letter('hi@bread.uz'), forbidden)).toMatchObject({ organisation: 'bakery' });
  });
});

describe('S1.3.1.3 POL: whose letter gains the rights of the contract', () => {
  const submitting = (by: 'anyone' | 'listed_contacts'): PolicyPack => ({
    ...pack,
    requesters: { ...pack.requesters, submit: { by } },
  });
  const forged = letter('it@textile.uz', { dmarc: 'fail', authenticatedDomain: undefined });

  test.each<[string, PolicyPack, MailEvidence, boolean]>([
    ['somebody of the organisation', pack, letter('it@textile.uz'), true],
    ['its exact mailbox', pack, letter('bakery@gmail.com'), true],
    ['nobody on record', pack, letter('it@other.uz'), false],
    ['a forged sender', pack, forged, false],
    [
      'listed contacts only: the domain',
      submitting('listed_contacts'),
      letter('it@textile.uz'),
      false,
    ],
    [
      'listed contacts only: the mailbox',
      submitting('listed_contacts'),
      letter('hi@bread.uz'),
      true,
    ],
    ['anyone: nobody on record', submitting('anyone'), letter('it@other.uz'), true],
    ['anyone: still no forged sender', submitting('anyone'), forged, false],
  ])('%s', (_case, of, evidence, gained) => {
    expect(contractRights(of, who(evidence, of)).gained).toBe(gained);
  });
});

test.each(['gmail.com', 'Mail.RU', 'umail.uz', 'yandex.ru'])('anybody can be at %s', (domain) => {
  expect(isPublicMailDomain(domain)).toBe(true);
});

describe('S1.3.1.4 POL: a chat counts from the account that first wrote with the login', () => {
  const chat = (accountId: string, login: string | null): Evidence => ({
    by: 'chat',
    accountId,
    login,
  });
  const nobody = (reason: string) => ({
    outcome: 'unattributed',
    reason,
    reverify: 'email_code',
    clause: '3.1',
  });

  test.each<[string, Evidence, object]>([
    [
      'the account on record',
      chat('1001', 'textile_it'),
      { outcome: 'attributed', organisation: 'textile', by: 'account', clause: '3.1' },
    ],
    [
      'after a rename it is the same person',
      chat('1001', 'new_name'),
      { outcome: 'attributed', organisation: 'textile', renamed: true },
    ],
    [
      'without any login too',
      chat('1001', null),
      { outcome: 'attributed', organisation: 'textile', renamed: true },
    ],
    [
      'first contact binds the number, whatever the case',
      chat('2002', 'baker'),
      { outcome: 'attributed', organisation: 'bakery', bind: { accountId: '2002' } },
    ],
    [
      'another account with the freed login has no rights',
      chat('6666', 'textile_it'),
      nobody('login_taken_over'),
    ],
    ['a stranger', chat('7777', 'stranger'), nobody('not_registered')],
    ['a stranger without a login', chat('7777', null), nobody('not_registered')],
  ])('%s', (_case, evidence, attribution) => {
    expect(who(evidence)).toMatchObject(attribution);
  });

  test('a known account is not bound again', () => {
    expect(who(chat('1001', 'textile_it'))).not.toHaveProperty('bind');
    expect(who(chat('1001', 'textile_it'))).not.toHaveProperty('renamed');
  });

  test('a policy that trusts logins alone takes whoever has one', () => {
    const byLogin = trusting({ by: 'registered_login', binding: 'login', reverify: 'none' });

    expect(who(chat('6666', 'textile_it'), byLogin)).toMatchObject({ organisation: 'textile' });
    expect(who(chat('1001', 'new_name'), byLogin)).toMatchObject({ outcome: 'unattributed' });
  });
});

describe('S1.1.2 POL: a portal counts that installed the app', () => {
  test('with a record of the installation', () => {
    expect(who({ by: 'portal', portalId: 'member-1' })).toEqual({
      outcome: 'attributed',
      organisation: 'textile',
      by: 'installation',
      clause: '1',
    });
  });

  test('without one', () => {
    expect(who({ by: 'portal', portalId: 'member-2' })).toEqual({
      outcome: 'unattributed',
      reason: 'not_installed',
      clause: '1',
    });
  });
});

test('a regulation without a rule of trust recognises nobody', () => {
  const { pack: modme } = policyOf('modme');

  expect(attributionOf(modme, letter('it@textile.uz'), registered)).toMatchObject({
    outcome: 'unattributed',
    reason: 'no_rule',
  });
});
