import { languages } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { pointerOf } from '#server/policy/pack/pointer.ts';
import type { LintFinding } from './finding.ts';

/** What a protected web page or an unfinished text puts where a value belongs. */
const placeholder =
  /\[\s*e-?mail(?:&#160;|\s)*protected\s*\]|\bto[ -]be[ -]decided\b|\bTBD\b|x{4,}/i;
const mailbox = /[\p{L}\p{N}._%+-]+(?=@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+)/gu;

/** Mailboxes that belong to a desk, not to a person. */
const roles =
  /^(?:support|help|helpdesk|info|office|mail|sales|service|security|abuse|hello|contact|feedback|privacy|team|desk|admin|otp|head|quality)(?:[._-]|$)/i;

/** Addresses nobody can use (B11), and mailboxes that look like a person's (B12). */
export function doubtfulTexts(file: unknown): LintFinding[] {
  return stringsIn(file, []).flatMap(({ at, text }) => {
    if (placeholder.test(text)) return [placeholderAt(at)];
    return [...text.matchAll(mailbox)]
      .filter(([name]) => !roles.test(name))
      .map(() => personalAt(at));
  });
}

const placeholderAt = (at: string): LintFinding => ({
  code: 'contact.placeholder',
  level: 'error',
  key: 'B11',
  at,
  text: 'A placeholder stands where words or an address belong.',
  remedy: 'Write them. What nobody knows yet is left out, or asked of the vendor.',
});

const personalAt = (at: string): LintFinding => ({
  code: 'contact.personal',
  level: 'warning',
  key: 'B12',
  at,
  text: 'The mailbox looks like a person’s; people change, and regulations stay.',
  remedy: 'Name a role in `roles` and an address of the role.',
});

/** Sentences that two languages share word for word: forgotten rather than translated. */
export function untranslatedTexts(pack: PolicyPack): LintFinding[] {
  return Object.entries(pack.clauses).flatMap(([number, { text }]) =>
    languages
      .filter((locale) => locale !== 'ru' && text[locale] === text.ru && !placeholder.test(text.ru))
      .map((locale) => ({
        code: 'language.untranslated',
        level: 'warning',
        at: pointerOf(['clauses', number, 'text', locale]),
        text: `Clause ${number} says the same in ${locale} as in ru.`,
        remedy: 'Write the sentence in its own language.',
      })),
  );
}

/** Deeper than any pack; what is nested deeper is refused for its shape. */
const deepest = 50;

function stringsIn(value: unknown, parts: readonly string[]): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at: pointerOf(parts), text: value }];
  if (typeof value !== 'object' || value === null || parts.length > deepest) return [];
  return Object.entries(value).flatMap(([key, part]) => stringsIn(part, [...parts, key]));
}
