import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { locales } from '#shared/vocabulary.ts';
import { choiceWords, findLabel } from '#server/policy/edition/edition-diff-labels.ts';
import { diffEditions, sectionWords } from '#server/policy/edition/edition-diff.ts';
import { type PolicyPack, type PolicyPackFile, policyPack } from '#server/policy/pack.ts';
import { readPack } from '#server/policy/packs.ts';
import { changed, samplePack, without } from '#test/support/pack-variants.ts';
import { packFiles, packOf } from '#test/support/policies.ts';

function pack(file: PolicyPackFile): PolicyPack {
  const read = readPack(file);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

const sample = samplePack();
const textOf = (word: string) => ({ ru: `${word} ru`, uz: `${word} uz`, en: `${word} en` });
const differing = (file: PolicyPackFile) => diffEditions(pack(sample), pack(file));
const fieldAt = (id: string) =>
  `/intake/fields/${sample.intake.fields.findIndex((field) => field.id === id)}`;

describe('S0.0.1 POL: what another edition says otherwise', () => {
  test('an edition differs from itself in nothing, nor in what only its author reads', () => {
    const reread = changed(changed(sample, '/cases/0/note', 'x'.repeat(30)), '/unsettled', []);

    expect(differing(reread)).toEqual([]);
  });

  test.each<[string, PolicyPackFile, string, string]>([
    [
      'a term',
      changed(sample, '/clocks/firstResponse/target/value', 2),
      'Сроки, первый ответ, срок: 1 рабочий день → 2 рабочих дня (п. 9).',
      'Terms, first reply, term: 1 working day → 2 working days (clause 9).',
    ],
    [
      'hours',
      without(sample, '/desk/offices/0/hours/sat'),
      'Часы работы поддержки, офис «Служба поддержки MODME», часы: пн–сб 10:00–19:00 → пн–пт 10:00–19:00 (п. 7).',
      'Working hours of the desk, office “MODME support desk”, hours: Mon–Sat 10:00–19:00 → Mon–Fri 10:00–19:00 (clause 7).',
    ],
    [
      'an address of a channel',
      changed(sample, '/channels/1/address', '+998 00 000 00 00'),
      'Канал «Телефон», адрес: +998 78 777 11 00 → +998 00 000 00 00 (п. 14).',
      'Channel “Phone”, address: +998 78 777 11 00 → +998 00 000 00 00 (clause 14).',
    ],
    [
      'how much a field is wanted',
      changed(sample, `${fieldAt('phone')}/requirement`, 'required'),
      'Обращение, поле «Телефон», обязательность: желательно → обязательно (п. 12).',
      'The request, field “Phone”, how much it is wanted: wanted → required (clause 12).',
    ],
    [
      'references, by the names of what they refer to',
      changed(sample, '/guarantee/fields', ['phone']),
      'Гарантия, поля, которые должны быть заполнены: ничего → «Телефон» (п. 3).',
      'Guarantee, fields that must be filled: nothing → “Phone” (clause 3).',
    ],
    [
      'an item that came',
      changed(sample, '/roles/1', { id: 'head', name: textOf('Head'), clause: '10' }),
      'Роль: добавлено — «Head ru» (п. 10).',
      'Role: added — “Head en” (clause 10).',
    ],
    [
      'an item that went',
      without(sample, '/roles/0'),
      'Роль: убрано — «Специалист технической поддержки MODME» (п. 10).',
      'Role: removed — “MODME support agent” (clause 10).',
    ],
    [
      'a rule that was not there',
      changed(sample, '/appeal', {
        to: 'support-specialist',
        channel: 'phone',
        clause: '10',
      }),
      'Обжалование: добавлено — кому: «Специалист технической поддержки MODME»; канал: телефон (п. 10).',
      'Appeal: added — to whom: “MODME support agent”; channel: phone (clause 10).',
    ],
    [
      'a rule of which nothing is stated but that it holds',
      without(sample, '/followUp/feedback'),
      'Контакт после решения, просим отзыв: убрано (п. 12).',
      'Contact after a solution, asks for an opinion: removed (clause 12).',
    ],
    [
      'the sentence of a clause',
      changed(sample, '/clauses/9/text', textOf('Other')),
      `Пункт 9, текст: «${sample.clauses['9']?.text.ru.replace(/\.$/, '')}» → «Other ru» (п. 9).`,
      `Clause 9, text: “${sample.clauses['9']?.text.en.replace(/\.$/, '')}” → “Other en” (clause 9).`,
    ],
  ])('%s is one change, in words', (_case, file, ru, en) => {
    const changes = differing(file);

    expect(changes.map((change) => change.sentence('ru'))).toEqual([ru]);
    expect(changes.map((change) => change.sentence('en'))).toEqual([en]);
  });

  test('an edition that only another translation of is new says so', () => {
    const text = { ...sample.clauses['9']!.text, uz: 'Boshqa.' };
    const [change] = differing(changed(sample, '/clauses/9/text', text));

    expect(change?.sentence('ru')).toBe('Пункт 9, текст: изменено на другом языке (п. 9).');
    expect(change?.sentence('uz')).toContain('→ «Boshqa» (9-band).');
  });

  test('a change leads to its place, section, clause, and holds both values', () => {
    const file = changed(sample, '/clocks/firstResponse/target', {
      value: 4,
      unit: 'businessHour',
    });
    const [first, second] = differing(without(file, '/clocks/firstResponse/reading'));

    expect(first).toMatchObject({
      at: '/clocks/firstResponse/target',
      section: 'clocks',
      clause: '9',
      kind: 'changed',
      from: { value: 1, unit: 'businessDay' },
      to: { value: 4, unit: 'businessHour' },
    });
    expect(second).toMatchObject({ at: '/clocks/firstResponse/reading', kind: 'removed' });
    expect(second).not.toHaveProperty('to');
  });

  test('an item is the same one wherever it stands in its list', () => {
    const fields = sample.intake.fields.toReversed();
    const file = changed(sample, '/intake/fields', fields);

    expect(differing(file)).toEqual([]);
  });

  test('between any two of the packs every sentence is whole, and holds no data', () => {
    const packs = packFiles.map(packOf);
    const sentences = packs.flatMap((a) =>
      packs.flatMap((b) =>
        diffEditions(a, b).flatMap((change) => locales.map((locale) => change.sentence(locale))),
      ),
    );

    expect(sentences.length).toBeGreaterThan(5000);
    expect(
      sentences.filter((text) => /[{}[\]]|undefined|\bnull\b|\[object|: —|— \(|"/.test(text)),
    ).toEqual([]);
  });
});

describe('the words of a diff', () => {
  const { keys, choices } = vocabularyOf(z.toJSONSchema(policyPack, { unrepresentable: 'any' }));

  test('every key of the format has a name', () => {
    const nameless = locales.flatMap((locale) =>
      keys.filter((key) => key.at(-1) !== 'id' && findLabel(locale, key) === undefined),
    );

    expect(keys.length).toBeGreaterThan(200);
    expect(nameless.map((key) => key.join('.'))).toEqual([]);
  });

  test('every choice of the format has words', () => {
    const wordless = locales.flatMap((locale) =>
      choices.filter(({ key, choice }) => choiceWords(locale, key, choice) === undefined),
    );

    expect(choices.length).toBeGreaterThan(150);
    expect(wordless).toEqual([]);
  });

  test('a section begins with a capital', () => {
    expect(locales.map((locale) => sectionWords(locale, 'clocks'))).toEqual([
      'Сроки',
      'Muddatlar',
      'Муддатлар',
      'Terms',
    ]);
  });
});

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
}

/** Keys of the format as a diff meets them, without places in lists, and the choices each gives. */
function vocabularyOf(schema: unknown) {
  const keys = new Map<string, string[]>();
  const choices = new Map<string, { key: string[]; choice: string }>();
  const skipped = [
    '$schema',
    'format',
    'edition',
    'editionDate',
    'vendor',
    'unsettled',
    'cases',
    'readOn',
  ];
  const walk = (node: Node, key: string[]) => {
    const parts = Object.entries(node.properties ?? {});
    const names = parts.map(([name]) => name);
    if (['ru,uz,en', 'value,unit', 'mon,tue,wed,thu,fri,sat,sun'].includes(names.join())) return;
    const given = [...(node.enum ?? []), ...(typeof node.const === 'string' ? [node.const] : [])];
    for (const choice of given) choices.set(`${key.join('.')}=${choice}`, { key, choice });
    for (const [name, part] of parts) {
      if (skipped.includes(name)) continue;
      keys.set([...key, name].join('.'), [...key, name]);
      walk(part, [...key, name]);
    }
    for (const part of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) walk(part, key);
    if (node.items) walk(node.items, key);
    if (typeof node.additionalProperties === 'object') walk(node.additionalProperties, key);
  };
  walk(schema as Node, []);
  return { keys: [...keys.values()], choices: [...choices.values()] };
}
