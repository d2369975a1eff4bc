import { expect, test } from 'vitest';
import { contactRule } from '#server/policy/decision/contact-rule.ts';
import { policyOf } from '#test/support/policies.ts';

const rule = (
  vendor: string,
  kind: 'phone' | 'manager' | 'other',
  channel: Parameters<typeof contactRule>[1]['channel'],
  category?: string,
) => {
  const { pack, categories } = policyOf(vendor);
  const { answerWith, ...rest } = contactRule(pack, {
    kind,
    channel,
    category: category === undefined ? undefined : categories.get(category),
  });
  return { ...rest, ways: answerWith.map((way) => way.kind) };
};

test.each([
  [
    'JokerCRM, a call: a note, sent to the working chat',
    rule('jokercrm', 'phone', 'phone'),
    {
      record: 'interaction',
      reason: 'not_official',
      clause: '4.3',
      ways: ['telegram', 'whatsapp'],
    },
  ],
  [
    'JokerCRM, Skype: no list names it, the same',
    rule('jokercrm', 'other', 'other'),
    { record: 'interaction', reason: 'not_official', ways: ['telegram', 'whatsapp'] },
  ],
  [
    'JokerCRM, a manager in the very messenger that is official in the chat',
    rule('jokercrm', 'manager', 'telegram'),
    { record: 'interaction', reason: 'manager', clause: '2.3', ways: ['telegram', 'whatsapp'] },
  ],
  [
    'MODME, a call: a request',
    rule('modme', 'phone', 'phone'),
    { record: 'ticket', reason: 'official', clause: '14', ways: [] },
  ],
  [
    'MODME, a manager: the text names none, so the channels say where to write',
    rule('modme', 'manager', 'telegram'),
    { record: 'interaction', reason: 'manager', clause: '14', sendForm: true },
  ],
  [
    'TechnoKad, a proposal by phone: in writing only',
    rule('technokad', 'phone', 'phone', 'wish'),
    {
      record: 'interaction',
      reason: 'in_writing_only',
      clause: '5',
      sendForm: true,
      ways: ['mail'],
    },
  ],
  [
    'TechnoKad, an error by phone: a request',
    rule('technokad', 'phone', 'phone', 'error'),
    { record: 'ticket', reason: 'official' },
  ],
  [
    'Мои документы онлайн, a call: only mail is official',
    rule('moidokumenty', 'phone', 'phone'),
    { record: 'interaction', reason: 'not_official', ways: ['mail'] },
  ],
  [
    'Мои документы онлайн, words beside the form: its channel is mail',
    rule('moidokumenty', 'other', 'widget'),
    { record: 'interaction', reason: 'not_official', ways: ['mail'] },
  ],
])('a contact: %s', (_case, got, expected) => {
  expect(got).toMatchObject(expected);
});
