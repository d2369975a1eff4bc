import { isOnlyGreeting } from '#shared/greeting.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { WidgetConfig, WidgetField } from '#shared/wire/widget-config.ts';
import type { Draft } from '#widget/controllers/draft.ts';
import { askedFields, isEmpty, missingKey, type FieldProblem } from '#widget/form/validate.ts';

/** The consent that a request cannot be sent without and that is not ticked yet. */
const consentProblems = (
  { consent }: Pick<WidgetConfig, 'consent'>,
  given: string | undefined,
): FieldProblem[] =>
  consent?.as === 'tick' && !consent.givenAt && given !== consent.version
    ? [
        {
          field: 'consent',
          key: 'form.missing.other',
          label: consent.document,
          clause: consent.clause,
        },
      ]
    : [];

/** Required texts that are written and say nothing: a greeting is no question. */
export const furtherProblems = (
  fields: readonly WidgetField[],
  answers: Readonly<Record<string, Answer>>,
): FieldProblem[] =>
  fields.flatMap((field) => {
    const { id, kind, label, clause, requirement } = field;
    const value = answers[id];
    return requirement === 'required' &&
      kind === 'longtext' &&
      typeof value === 'string' &&
      !isEmpty(value) &&
      isOnlyGreeting(value)
      ? [{ field: id, key: missingKey(field), label, clause }]
      : [];
  });

/** What is found once nothing that is asked for is empty. */
export const problemsBeforeSending = (
  config: Pick<WidgetConfig, 'fields' | 'consent'>,
  { answers, category, consent }: Draft,
): FieldProblem[] => [
  ...furtherProblems(askedFields(config.fields, category), answers),
  ...consentProblems(config, consent),
];
