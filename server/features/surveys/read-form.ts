import { surveyAnswer, type SurveyAnswer, type SurveyQuestion } from '#shared/wire/surveys.ts';
import { isCleanText } from '#server/http/json-body.ts';

const yesNo: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** What a form says; undefined where a question that needs an answer has none, or a text cannot be stored. */
export function readForm(
  form: Readonly<Record<string, string>>,
  questions: readonly SurveyQuestion[],
): SurveyAnswer | undefined {
  const comment = form['comment'] ?? null;
  if (comment !== null && !isCleanText(comment)) return undefined;
  const { score } = form;
  const read = surveyAnswer.safeParse({
    score: score === undefined ? null : Number(score),
    solved: yesNo[form['solved'] ?? ''] ?? null,
    comment,
  });
  if (!read.success) return undefined;
  const { data } = read;
  const unanswered =
    (questions.includes('score') && data.score === null) ||
    (questions.includes('solved') && data.solved === null);
  return unanswered ? undefined : data;
}
