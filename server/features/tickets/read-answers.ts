import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { PackField, PolicyPack } from '#server/policy/pack.ts';

/**
 * Checks answers against the pack's form and puts them into its order; empty ones are left out.
 *
 * Fails with `category.unknown`, `field.unknown` or `request.invalid`, naming the fields.
 */
export function readAnswers(
  pack: PolicyPack,
  category: string,
  given: Readonly<Record<string, Answer>>,
): Result<Record<string, Answer>, Problem> {
  if (!pack.intake.categories.some(({ id }) => id === category)) {
    return fail({ code: 'category.unknown', fields: ['category'] });
  }
  const known = new Set(pack.intake.fields.map(({ id }) => id));
  const unknown = Object.keys(given).filter((id) => !known.has(id));
  if (unknown.length > 0) return fail({ code: 'field.unknown', fields: unknown.map(asPath) });

  const answers: Record<string, Answer> = {};
  const invalid: string[] = [];
  for (const field of pack.intake.fields) {
    const answer = trimmed(given[field.id]);
    if (answer === undefined) continue;
    if (!fits(field, answer)) invalid.push(asPath(field.id));
    answers[field.id] = answer;
  }
  return invalid.length > 0 ? fail({ code: 'request.invalid', fields: invalid }) : succeed(answers);
}

const asPath = (id: string): string => `answers.${id}`;

function trimmed(answer: Answer | undefined): Answer | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer === 'string') return answer.trim() || undefined;
  const lines = answer.map((line) => line.trim()).filter(Boolean);
  return lines.length > 0 ? lines : undefined;
}

const email = z.email().max(254);
const webAddress = z.url({ protocol: /^https?$/ });

/** An address without a scheme is what people write; a number without digits is not a phone; words in place of a file say why there is none. */
function fits(field: PackField, answer: Answer): boolean {
  if (field.kind === 'steps') return Array.isArray(answer);
  if (typeof answer !== 'string') return false;
  switch (field.kind) {
    case 'email':
      return email.safeParse(answer).success;
    case 'phone':
      return /^\+?[\d\s().-]{5,30}$/.test(answer) && answer.replace(/\D/g, '').length >= 5;
    case 'url':
      return webAddress.safeParse(/^[a-z]+:/i.test(answer) ? answer : `https://${answer}`).success;
    case 'choice':
      return field.choices?.some(({ id }) => id === answer) ?? false;
    default:
      return true;
  }
}
