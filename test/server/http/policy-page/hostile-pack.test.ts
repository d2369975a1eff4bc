import { expect, test } from 'vitest';
import type { PolicyPack } from '#server/policy/pack.ts';
import { policyOf } from '#test/support/policies.ts';
import { pageOf, policyPages, readText, vendors } from '#test/support/policy-page.ts';

const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&`;

/** The pack with every word for people replaced. */
function poisoned<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(poisoned) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if ('ru' in value && 'uz' in value) return { ru: evil, uz: evil, en: evil } as Value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'address' && !isWebAddress(part) ? evil : poisoned(part),
    ]),
  ) as Value;
}

/** What the format lets through only as an address. */
const isWebAddress = (part: unknown): boolean => typeof part === 'string' && /^https?:/.test(part);

test.each(vendors)('words of a pack never become markup: %s', async (vendor) => {
  const policy = policyOf(vendor);
  const pack: PolicyPack = poisoned(policy.pack);
  const clean = await pageOf(policyPages([policy]), `/policy/${vendor}?lang=ru`);
  const html = await pageOf(policyPages([{ ...policy, pack }]), `/policy/${vendor}?lang=ru`);
  const tagsOf = (document: string) =>
    [...document.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, name]) => name);

  expect(html).not.toContain('<script');
  expect(html).not.toContain('<img');
  expect(readText(html)).toContain('<script>alert(1)</script>');
  // a break inside a mailbox is ours and depends on its letters
  const withoutBreaks = (document: string) => tagsOf(document).filter((name) => name !== 'wbr');
  expect(withoutBreaks(html)).toEqual(withoutBreaks(clean));
});
