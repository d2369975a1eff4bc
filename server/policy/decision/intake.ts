import { isOnlyGreeting } from '#shared/greeting.ts';
import type { FieldRequirement } from '#shared/vocabulary.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { PackField, PolicyPack } from '#server/policy/pack.ts';

/** A field that was not answered, and the clause that asks for it. */
export interface MissingField {
  readonly field: string;
  readonly clause: string;
}

/** How much a field is wanted of one category of requesters, under the pack's completeness rule. */
export function requirementOf(
  pack: PolicyPack,
  field: PackField,
  requesterCategory: string | undefined,
): FieldRequirement {
  const own = requesterCategory === undefined ? undefined : field.byRequester[requesterCategory];
  const requirement = own ?? field.requirement;
  return pack.intake.completeness === 'block' && requirement === 'asked' ? 'required' : requirement;
}

/** The fields of one category of requests, in the order of the form. */
export const fieldsOf = (pack: PolicyPack, category: string): PackField[] =>
  pack.intake.fields.filter((field) => isAskedIn(field, category));

const isAskedIn = ({ categories }: PackField, category: string): boolean =>
  categories?.includes(category) ?? true;

/** What a request says, as far as completeness goes. */
export interface Answered {
  readonly category: string;
  readonly answered: ReadonlySet<string>;
  /** How many files came with it; one is enough for every field that asks for a file. */
  readonly attachments: number;
}

/** Fields in which something is said: a greeting answers no question. */
export const answeredFields = (
  { intake }: PolicyPack,
  answers: Readonly<Record<string, Answer>>,
): string[] =>
  intake.fields.flatMap(({ id, kind }) => {
    const answer = answers[id];
    const isSilent = kind === 'longtext' && typeof answer === 'string' && isOnlyGreeting(answer);
    return answer === undefined || isSilent ? [] : [id];
  });

/** Fields nobody answered: those that stop a request, and those that are asked for afterwards. */
export function missingFields(
  pack: PolicyPack,
  request: Answered,
  requesterCategory: string | undefined,
): { required: MissingField[]; asked: MissingField[] } {
  const required: MissingField[] = [];
  const asked: MissingField[] = [];
  for (const field of pack.intake.fields) {
    if (!isAskedIn(field, request.category) || isAnswered(field, request)) continue;
    const requirement = requirementOf(pack, field, requesterCategory);
    if (requirement === 'optional') continue;
    const missing = requirement === 'required' ? required : asked;
    missing.push({ field: field.id, clause: field.clause });
  }
  return { required, asked };
}

function isAnswered(field: PackField, { answered, attachments }: Answered): boolean {
  return answered.has(field.id) || (field.kind === 'attachment' && attachments > 0);
}
