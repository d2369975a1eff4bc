import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { Explanation, ExplainedPause, ExplanationSentence } from '#shared/wire/explanation.ts';
import { targetMsOf } from '#server/policy/decision/due.ts';
import { dayAt, skippedOf, spansOf, workingDaysOf } from './explain-counted.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

/** What was counted, and the sentences that say so before they have words. */
export interface PromiseExplained extends Pick<
  Explanation,
  'dueAt' | 'spans' | 'workingDays' | 'skipped'
> {
  readonly sentences: readonly ExplanationSentence[];
}

/** One sentence: what it is about, the clause it follows, what it names. */
export const sentence = (
  code: string,
  params: ExplanationSentence['params'] = {},
  clause?: string,
): ExplanationSentence => ({ code, ...(clause === undefined ? {} : { clause }), params });

/**
 * How a due instant came about, or why there is none, from what is stored of the promise: the
 * calendar of its own time speaks, not today's. `pauses` are those that the due instant allows for.
 */
export function explainPromise(
  policy: Policy,
  promise: FirstResponsePromise,
  pauses: readonly ExplainedPause[],
): PromiseExplained {
  const { clause, target, dueAt, startsAt } = promise;
  const term = target ? [sentence(`target.${target.unit}`, { count: target.value }, clause)] : [];
  if (dueAt === null || startsAt === null) {
    const sentences = [sentence(`unstated.${unstatedCode(promise)}`, {}, clause), ...term];
    return { dueAt: null, spans: [], workingDays: [], skipped: [], sentences };
  }

  const counted = countedBy(policy, { ...promise, dueAt, startsAt }, pauses);
  const { spans, workingDays, skipped } = counted;
  const total = spans.reduce((sum, { workingMs }) => sum + workingMs, 0);
  const receivedAt = promise.segments[0]?.from ?? startsAt;
  const received = { at: receivedAt };
  const { calendar, estimated } = promise;
  return {
    dueAt,
    ...counted,
    sentences: [
      sentence('due.by', { due: { at: dueAt }, zone: { text: policy.pack.timezoneLabel } }, clause),
      ...term,
      ...readingSentence(promise, receivedAt !== startsAt),
      receivedAt === startsAt
        ? sentence('start.atOnce', { received })
        : sentence('start.later', { received, start: { at: startsAt } }),
      ...(spans.length > 0
        ? [sentence('counted.spans', { spans: { spans }, total: { workingMs: total } })]
        : [sentence('counted.days', { days: { workingDays }, count: workingDays.length })]),
      ...(skipped.length > 0 ? [sentence('skipped', { days: { skipped } })] : []),
      ...(pauses.length > 0 ? [sentence('paused', { pauses: { pauses: [...pauses] } })] : []),
      ...(calendar ? [sentence('calendar', { calendar: { calendar } })] : []),
      ...(estimated ? [sentence('estimated')] : []),
    ],
  };
}

/** A year without a calendar leaves a named term without an instant; other terms are not stated at all. */
function unstatedCode({ unstated, calendar }: FirstResponsePromise): string {
  if (unstated === 'term_not_stated' && calendar) return 'calendar_missing';
  return unstated ?? 'term_not_stated';
}

type DuePromise = FirstResponsePromise & { readonly dueAt: string; readonly startsAt: string };

/** A target of hours is said by its openings, one of days by its days. */
function countedBy(
  { zone }: Policy,
  { segments, target, reading, hoursPerDay, dueAt, startsAt }: DuePromise,
  pauses: readonly ExplainedPause[],
): Pick<PromiseExplained, 'spans' | 'workingDays' | 'skipped'> {
  const skipped = skippedOf(zone, segments);
  if (!target || targetMsOf(target, hoursPerDay) !== null) {
    return { spans: spansOf(zone, segments, pauses), workingDays: [], skipped };
  }
  const receivedAt = segments[0]?.from ?? startsAt;
  const fromOpening = reading === 'clamped' && receivedAt !== startsAt;
  const after = fromOpening
    ? dayAt(zone, Date.parse(startsAt)) - 1
    : dayAt(zone, Date.parse(receivedAt));
  const days = { after, dueAt: Date.parse(dueAt), count: target.value };
  return { spans: [], workingDays: workingDaysOf(zone, segments, days), skipped };
}

/** How days are read: what came before the opening counts to a closing, not to its own hour. */
function readingSentence(
  { reading, target, hoursPerDay }: FirstResponsePromise,
  early: boolean,
): ExplanationSentence[] {
  if (!reading) return [];
  if (reading === 'businessHours') {
    return [sentence('reading.businessHours', { count: hoursPerDay ?? 0 })];
  }
  return reading === 'clamped' && early
    ? [sentence('reading.wholeDays', { count: target?.value ?? 1 })]
    : [sentence(`reading.${reading}`)];
}

/** Which edition decides; where its text has no date, when it was read. */
export function editionSentence({ edition, editionDate, editionClause }: PolicyPack) {
  if (editionDate) return sentence('edition', { edition: { day: editionDate } }, editionClause);
  const readOn = edition.replace('undated-', '');
  return sentence('edition.undated', { date: { day: readOn } }, editionClause);
}
