import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decision as decisionSchema } from '#shared/wire/decision.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { packSchema } from '#server/policy/pack-schema.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { citedClauses } from '#server/policy/pack/cited-clauses.ts';
import { compilePolicy, readPack } from '#server/policy/packs.ts';
import { answerOf, askCase } from '#server/policy/worked-cases.ts';
import { anyQuestion } from '#test/support/any-question.ts';
import { ownSentences, textsIn } from '#test/support/pack-texts.ts';
import { calendarYears, packFiles, readPackFile } from '#test/support/policies.ts';

/** Those that can be read; the others are told of one by one. */
const packs: readonly PolicyPack[] = packFiles.flatMap((file) => {
  const read = readPack(readPackFile(file));
  return read.ok ? [read.value] : [];
});

describe.each(packFiles)('%s', (file) => {
  const json = readPackFile(file);
  const read = readPack(json);

  test('is read without a problem', () => {
    expect(read).toMatchObject({ ok: true });
  });
  if (!read.ok) return;
  const pack = read.value;
  const policy = compilePolicy(pack, calendarYears);

  test('is named by its vendor and edition', () => {
    expect(file).toBe(`${pack.vendor}.${pack.edition}.json`);
  });

  test('cites no clause without a sentence of its own', () => {
    const sentences = new Set(Object.keys(pack.clauses));

    expect(citedClauses(pack).filter(({ clause }) => !sentences.has(clause))).toEqual([]);
  });

  test('writes Uzbek in Latin with its own letters', () => {
    const wrong = textsIn(pack)
      .map(({ uz }) => uz)
      .filter((uz) => /['’‘`´]|[oOgG]ʼ|[^oOgG]ʻ/u.test(uz));

    expect(wrong).toEqual([]);
  });

  test('writes Uzbek and English without Cyrillic outside names and addresses', () => {
    const names = /[«“"][^»”"]*[»”"]|\S*@\S+|https?:\S+|\S+\.онлайн/gu;
    const wrong = textsIn(pack)
      .flatMap(({ uz, en }) => [uz, en])
      .filter((text) => /\p{Script=Cyrillic}/u.test(text.replace(names, '')));

    expect(wrong).toEqual([]);
  });

  test('says every clause once in each language, never in the words of another clause', () => {
    for (const language of ['ru', 'uz', 'en'] as const) {
      const sentences = Object.values(pack.clauses).map(({ text }) => text[language]);

      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  test('holds no placeholder and no mailbox of a person', () => {
    const addresses = JSON.stringify(json).match(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu) ?? [];

    expect(JSON.stringify(json)).not.toMatch(/email(?:&#160;|\s)*protected/i);
    expect(addresses.filter((address) => !/^(support|info|help)@/.test(address))).toEqual([]);
  });

  test('carries about ten cases, each with an outcome of its own', () => {
    const questions = pack.cases.map(({ given }) => JSON.stringify(given));

    expect(pack.cases.length).toBeGreaterThanOrEqual(8);
    expect(new Set(questions).size).toBe(questions.length);
  });

  test.each(
    pack.cases.map((worked) => ({
      title: [...worked.rows.map((row) => `${row} POL:`), worked.name].join(' '),
      worked,
    })),
  )('$title', ({ worked }) => {
    const decision = askCase(policy, worked);

    expect(answerOf(policy, worked, decision)).toEqual(worked.expect);
  });

  test('answers every question whole: a due instant or a reason, and clauses that exist', () => {
    fc.assert(
      fc.property(anyQuestion(policy), (question) => {
        const decision = decisionOf(policy, question);
        const { firstResponse, notices } = decision;

        expect(decisionSchema.strict().parse(decision)).toEqual(decision);
        expect(firstResponse.dueAt === null).toBe(firstResponse.unstated !== undefined);
        expect(firstResponse.dueAt === null).toBe(firstResponse.segments.length === 0);
        if (decision.guaranteed) expect(decision.entitlement.state).toBe('entitled');
        const refused = /^(entitlement_|contract_|out_of_scope|third_party)/;
        for (const { code, nextStep } of notices) {
          if (refused.test(code)) expect(nextStep).toBeDefined();
        }
        const cited = JSON.stringify(decision).matchAll(/"clause":"([^"]+)"/g);
        for (const [, clause] of cited) expect(pack.clauses).toHaveProperty([clause ?? '']);
      }),
      { numRuns: 300 },
    );
  });
});

test('no two vendors share a sentence', () => {
  const owners = new Map<string, string>();
  const shared: string[] = [];
  for (const pack of packs) {
    for (const sentence of new Set(ownSentences(pack))) {
      const owner = owners.get(sentence);
      if (owner !== undefined && owner !== pack.vendor) shared.push(sentence);
      owners.set(sentence, pack.vendor);
    }
  }

  expect(shared).toEqual([]);
});

test("the editors' schema of packs is the one that the engine reads by", () => {
  expect(readPackFile('pack.schema.json')).toEqual(JSON.parse(packSchema()));
});

test('the schema explains every key to an author, apart from languages, lengths and names', () => {
  const plain = new Set(['ru', 'uz', 'en', 'uz-Cyrl', 'value', 'unit', 'id', 'name']);
  const silentKeys = (schema: unknown): string[] => {
    if (typeof schema !== 'object' || schema === null) return [];
    const { properties = {} } = schema as { properties?: Record<string, object> };
    const silent = Object.entries(properties)
      .filter(([key, value]) => !plain.has(key) && !('description' in value))
      .map(([key]) => key);
    return [...silent, ...Object.values(schema).flatMap(silentKeys)];
  };

  expect(silentKeys(readPackFile('pack.schema.json'))).toEqual([]);
});
