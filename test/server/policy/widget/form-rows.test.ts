import { expect, test } from 'vitest';
import { openTicketBody } from '#shared/wire/ticket.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { answeredFields, missingFields } from '#server/policy/decision/intake.ts';
import { widgetView, type WidgetRequester } from '#server/policy/widget/widget-view.ts';
import { acceptedTypes } from '#widget/capture/judge-file.ts';
import { closedDoor } from '#widget/form/closed-door.ts';
import { furtherProblems } from '#widget/form/further-problems.ts';
import { linkField } from '#widget/form/reading.ts';
import { answersToSend, askedFields, fieldProblems } from '#widget/form/validate.ts';
import { policyOf } from '#test/support/policies.ts';

const limits = { attachments: 10, attachmentBytes: 10_000_000 };
const workday = Date.parse('2026-11-23T09:20:00Z');
const sunday = Date.parse('2026-11-22T13:20:00Z');

const known = (part: Partial<WidgetRequester> = {}): WidgetRequester => ({
  proven: true,
  entitlement: null,
  provenBy: 'product.example',
  known: {},
  ...part,
});

const configOf = (vendor: string, requester: WidgetRequester | null = null, now = workday) =>
  widgetView(policyOf(vendor), {
    locale: 'ru',
    now,
    requester,
    limits,
    documented: true,
  }) as WidgetConfig;

const asked = (config: WidgetConfig, category: string) =>
  Object.fromEntries(
    askedFields(config.fields, category).map(({ id, requirement }) => [id, requirement]),
  );

const fieldOf = (config: WidgetConfig, id: string) =>
  config.fields.find((field) => field.id === id)!;

test('S1.1.3 WID: the form asks what kind of portal it is', () => {
  const field = fieldOf(configOf('didox24'), 'portalKind');

  expect(field.kind).toBe('choice');
  expect(field.choices?.map(({ id }) => id)).toEqual(expect.arrayContaining(['cloud', 'box']));
  expect(asked(configOf('didox24'), 'error')['portalKind']).toBe('asked');
});

test('S1.1.4 WID: the operator is picked from a list, or is another one', () => {
  const field = fieldOf(configOf('didox24'), 'operator');

  expect(field.choices?.map(({ id }) => id)).toEqual(['recommended', 'other', 'unknown']);
  expect(asked(configOf('didox24'), 'error')['operator']).toBe('asked');
});

test('S1.2.1 WID: whoever has no contract is told before the form that support needs one', () => {
  const without = configOf('didox24', known({ entitlement: { validUntil: '2026-01-31' } }));

  expect(without.notices).toContainEqual(
    expect.objectContaining({ code: expect.stringMatching(/contract_needed|entitlement_lapsed/) }),
  );
  expect(without.promise).toMatchObject({ dueAt: null });
});

test('S1.2.2 WID: the condition of support is attested in the form, and its answer is stored with the request', () => {
  const config = configOf('didox24');
  const { id, choices } = fieldOf(config, 'licences');
  const fields = askedFields(config.fields, 'error');

  expect(choices?.map((choice) => choice.id)).toContain('valid');
  expect(answersToSend(fields, { [id]: 'valid' })).toEqual({ [id]: 'valid' });
});

test('S1.3.1.1 WID: after a contract the way leads to one, and asking for it is a request of its own kind', () => {
  const lapsed = known({ entitlement: { validUntil: '2026-01-31' } });
  const { notices, categories } = configOf('didox24', lapsed);
  const decision = decisionOf(policyOf('didox24'), {
    receivedAt: workday,
    arrival: 'widget',
    category: 'contract',
    answered: new Set(['question', 'email']),
    attachments: 0,
    requester: lapsed,
  });

  expect(
    notices.find(({ nextStep }) => nextStep?.code === 'ask_for_contract')?.nextStep?.href,
  ).toMatch(/t\.me|telegram|mailto/);
  expect(categories.map(({ id }) => id)).toContain('contract');
  expect(decision.firstResponse.dueAt).toBeNull();
});

test('S1.3.1.2 WID: the form mirrors the rules of writing; loose words are taken and completed later', () => {
  const config = configOf('didox24');
  const answers = { did: 'Не отправляется счёт', email: 'anna@firma.example' };

  expect(Object.keys(asked(config, 'error'))).toEqual(
    expect.arrayContaining(['did', 'expected', 'got', 'contractNumber', 'portal', 'connection']),
  );
  expect(fieldProblems(askedFields(config.fields, 'error'), answers, 0)).toEqual([]);
});

test('S1.3.1.5 WID: the number of the contract is asked for, but not of whom it is known', () => {
  const contract = { contractNumber: 'T-42/2026' };

  expect(asked(configOf('didox24'), 'error')['contractNumber']).toBe('asked');
  const signed = configOf('didox24', known({ known: contract }));
  expect(asked(signed, 'error')).not.toHaveProperty('contractNumber');
  expect(fieldOf(signed, 'contractNumber').value).toBe('T-42/2026');
});

test('S1.3.1.6 WID: the address of the portal is asked for and has to be one', () => {
  const fields = askedFields(configOf('didox24').fields, 'error').filter(
    ({ id }) => id === 'portal',
  );

  expect(fieldProblems(fields, { portal: 'portal.bitrix24.ru' }, 0)).toEqual([]);
  expect(fieldProblems(fields, { portal: 'наш портал' }, 0)).toMatchObject([
    { field: 'portal', key: 'form.wrong.url' },
  ]);
});

test('S1.3.1.7 WID: what connects to the operator is asked for as a secret', () => {
  expect(fieldOf(configOf('didox24'), 'connection').kind).toBe('secret');
});

test('S1.3.1.8 WID: what was done, expected and received are three answers', () => {
  const fields = askedFields(configOf('didox24').fields, 'error');

  expect(fields.filter(({ group }) => group === 'story').map(({ id }) => id)).toEqual(
    expect.arrayContaining(['did', 'expected', 'got']),
  );
});

test('S1.3.1.9 WID: a film of what happened is asked for and taken', () => {
  expect(fieldOf(configOf('didox24'), 'video')).toMatchObject({
    kind: 'attachment',
    requirement: 'asked',
  });
  expect(acceptedTypes).toEqual(expect.arrayContaining(['video/mp4', 'video/webm']));
});

test('S1.4.1 WID: the ways to ask carry the values of the regulation', () => {
  expect(configOf('didox24').channels.map(({ address }) => address)).toEqual(
    expect.arrayContaining(['info@technounit.uz', '@technounit', '+998 71 203 70 06']),
  );
});

test('S2.1.1.1 WID: a user whom the app vouches for is recognised and asked for less', () => {
  const user = configOf('moidokumenty', known({ category: 'user' }));

  expect(user.requester?.provenBy).toBe('product.example');
  expect(asked(user, 'error')).toMatchObject({ organisation: 'optional', position: 'optional' });
  expect(
    asked(configOf('moidokumenty', known({ category: 'representative' })), 'error'),
  ).toMatchObject({ organisation: 'asked', position: 'asked' });
});

test('S2.1.2.2 WID: outside hours the form stays open and says that no answer is promised', () => {
  const closed = configOf('moidokumenty', null, sunday);

  expect(closed.hours?.openNow).toBe(false);
  expect(closed.notices.map(({ code }) => code)).toContain('outside_hours_not_guaranteed');
  expect(closedDoor(closed)).toBeUndefined();
  expect(configOf('moidokumenty').notices.map(({ code }) => code)).not.toContain(
    'outside_hours_not_guaranteed',
  );
});

test('S2.1.3.2 WID: of name, mobile, organisation and position exactly what is missing is asked for', () => {
  const { pack } = policyOf('moidokumenty');
  const missing = (given: Readonly<Record<string, string>>) =>
    missingFields(
      pack,
      { category: 'error', answered: new Set(answeredFields(pack, given)), attachments: 0 },
      'representative',
    ).asked.map(({ field }) => field);
  const given = { did: 'Открыл талон', name: 'Анна', organisation: 'МФЦ' };

  expect(missing(given)).toEqual(['phone', 'position']);
  expect(missing({ ...given, phone: '+7 916 000-00-00', position: 'Оператор' })).toEqual([]);
});

test('S2.2.2.1 WID: no day of solution is in the configuration, and that there is none is told', () => {
  const config = configOf('moidokumenty');

  expect(config.notices.map(({ code }) => code)).toContain('no_resolution_term');
  expect(JSON.stringify(config.promise)).not.toMatch(/resol|solution/i);
});

test('S2.2.3.1 WID: a requester says how much it hurts and can set no severity', () => {
  const body = { category: 'error', answers: { impact: 'blocked' }, locale: 'ru' };

  expect(fieldOf(configOf('moidokumenty'), 'impact').requirement).toBe('optional');
  expect(openTicketBody.safeParse(body).success).toBe(true);
  for (const name of ['severity', 'priority'])
    expect(openTicketBody.safeParse({ ...body, [name]: 'critical' }).success).toBe(false);
});

test('S3.3.1.1 WID: whose region is known sees its hotline, anybody else all three', () => {
  const phones = (requester: WidgetRequester | null) =>
    configOf('technokad', requester)
      .channels.filter(({ kind }) => kind === 'phone')
      .map(({ address }) => address);

  expect(phones(null)).toHaveLength(3);
  expect(phones(known({ region: 'siberia' }))).toEqual(['8 (383) 383-57-68']);
});

test('S3.3.1.3 WID: the built-in form files a request by itself, and the text likes it best', () => {
  const policy = policyOf('technokad');
  const decision = decisionOf(policy, {
    receivedAt: workday,
    arrival: 'widget',
    category: 'error',
    answered: new Set(['got', 'name']),
    attachments: 0,
    requester: known(),
  });

  expect(closedDoor(configOf('technokad', known()))).toBeUndefined();
  expect(decision.route).toEqual({ kind: 'official', channel: 'widget', clause: '3.1' });
  expect(policy.pack.widget.preferred).toBe(true);
});

test('S3.3.2.1 WID: who asks says who that is; whom the product vouches for is not asked again', () => {
  const fields = askedFields(configOf('technokad').fields, 'error');

  expect(fieldProblems(fields, { got: 'Ошибка 4012' }, 1).map(({ field }) => field)).toEqual([
    'name',
  ]);
  expect(
    asked(configOf('technokad', known({ known: { name: 'Пётр Сидоров' } })), 'error'),
  ).not.toHaveProperty('name');
});

test('S3.3.3.1 WID S4.1.2.1 WID: articles are offered before a request is sent, by the clause that asks for reading', () => {
  expect(configOf('technokad').reading).toMatchObject({ mode: 'suggest', clause: '3.3' });
  expect(configOf('jokercrm').reading).toMatchObject({ mode: 'suggest', clause: '1.2' });
});

test('S3.3.3.2 WID: a question like an article names it in a field of the clause', () => {
  const { reading, fields } = configOf('technokad');
  const field = linkField(reading, askedFields(fields, 'error'));

  expect([field?.id, reading?.linkClause]).toEqual(['docUrl', field?.clause]);
});

test('S3.3.4.2 WID: what was done step by step has a field of its own', () => {
  const fields = askedFields(configOf('technokad').fields, 'error');

  expect(fields.find(({ id }) => id === 'steps')).toMatchObject({ kind: 'steps', clause: '3.4' });
});

test.each(['Здравствуйте!', 'Добрый день, есть вопрос', 'Salom, yordam bering', 'Hello all'])(
  'S3.3.4.1 WID S4.4.2.1 WID: a greeting is no question: %s',
  (greeting) => {
    for (const [vendor, category, clause] of [
      ['technokad', 'documents', '3.4'],
      ['jokercrm', 'settings', '4.2'],
    ] as const) {
      const fields = askedFields(configOf(vendor).fields, category);
      const { pack } = policyOf(vendor);

      expect(furtherProblems(fields, { question: greeting })).toMatchObject([
        { field: 'question', clause },
      ]);
      expect(furtherProblems(fields, { question: `${greeting} Где кнопка отчёта` })).toEqual([]);
      expect(answeredFields(pack, { question: greeting })).toEqual([]);
    }
  },
);

test('S3.3.4.3 WID: a picture or the project comes along, or a word why not', () => {
  const { pack } = policyOf('technokad');
  const fields = askedFields(configOf('technokad').fields, 'error');
  const missing = (given: Readonly<Record<string, string>>, attachments: number) =>
    missingFields(
      pack,
      { category: 'error', answered: new Set(answeredFields(pack, given)), attachments },
      undefined,
    ).asked.map(({ field }) => field);
  const why = { files: 'Секретный проект' };

  expect(answersToSend(fields, why)).toEqual(why);
  expect(missing({}, 0)).toContain('files');
  expect(missing({}, 1)).not.toContain('files');
  expect(missing(why, 0)).not.toContain('files');
});

test('S3.3.4.4 WID: it is asked whom to answer and where', () => {
  expect(asked(configOf('technokad'), 'error')).toMatchObject({ name: 'required', phone: 'asked' });
});

test('S3.5.1.1 WID: a proposal is written in the form and taken', () => {
  const config = configOf('technokad');
  const fields = askedFields(config.fields, 'wish');

  expect(config.categories.find(({ id }) => id === 'wish')?.scope).toBe('in');
  expect(fieldProblems(fields, { proposal: 'Кнопка «Повторить»', name: 'Анна' }, 0)).toEqual([]);
});

test('S4.4.2.2 WID: the steps are asked for, and a request without them is taken', () => {
  const config = configOf('jokercrm');
  const fields = askedFields(config.fields, 'error');

  expect(asked(config, 'error')['steps']).toBe('asked');
  expect(fieldProblems(fields, { got: 'Не сохраняется', name: 'Анна' }, 0)).toEqual([]);
});

test('S4.4.4.2 WID: pictures and films may come along', () => {
  expect(fieldOf(configOf('jokercrm'), 'files').kind).toBe('attachment');
  expect(acceptedTypes).toEqual(
    expect.arrayContaining(['image/png', 'image/jpeg', 'video/mp4', 'video/webm']),
  );
});
