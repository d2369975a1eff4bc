import { expect, test } from 'vitest';
import { policyWith, samplePack } from '#test/support/pack-variants.ts';
import { pageOf, policyPages, readText } from '#test/support/policy-page.ts';

const at = '2026-11-23T08:00:00Z';
const { cases, clauses } = samplePack();
const clause = Object.keys(clauses)[0]!;
const pageKeeping = async (months: number | null, lang: string) => {
  const retention = months === null ? null : { months, clause };
  const policy = policyWith({ cases: cases.slice(0, 1), retention });
  return readText(await pageOf(policyPages([policy], at), `/policy/modme?lang=${lang}`));
};

test.each([
  ['ru', 'Написанное стираем через 24 месяца после окончания обращения'],
  ['uz', 'Yozilganlarni murojaat tugaganidan 24 oy oʻtib oʻchiramiz'],
  ['en', 'What was written is erased 24 months after the end of a request'],
])('in %s the page says how long words are kept where the regulation does', async (lang, says) => {
  expect(await pageKeeping(24, lang)).toContain(says);
  expect(await pageKeeping(null, lang)).not.toContain(says);
});
