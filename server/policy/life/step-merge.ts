import type { ActOf } from './life-act.ts';
import { events, instant, refuse, type StepContext, type StepResult } from './step.ts';

/**
 * A ticket that others were merged into is not merged itself: one look says where a requester goes on,
 * and each of them comes out again as it went in.
 */
export const merge = ({ state }: StepContext, { into }: ActOf<'merge'>): StepResult =>
  state.receipts
    ? refuse({ code: 'merge.holds_others' })
    : events({ kind: 'merged', params: { into } });

/** What was promised to the other ticket is promised here; a promise that was kept needs no clock. */
export function absorb(
  { state }: StepContext,
  { from, receipt: { receivedAt, response } }: ActOf<'absorb'>,
): StepResult {
  if (state.receipts?.some(({ of }) => of === from)) return refuse({ code: 'act.not_allowed' });
  return events({
    kind: 'absorbed',
    params: {
      from,
      receivedAt: iso(receivedAt),
      responseStartsAt: iso(response?.startedAt),
      responseDueAt: iso(response?.dueAt),
      responseWarnAt: iso(response?.warnAt),
      ...(response?.brokenFrom === undefined
        ? {}
        : { responseBrokenFrom: instant(response.brokenFrom) }),
      warnedAt: iso(response?.warnedAt),
      breachedAt: iso(response?.breachedAt),
    },
  });
}

/**
 * A merged ticket goes on by itself, as it would stand without the merge; what was asked can be answered
 * again from now on.
 */
export const unmerge = ({ state }: StepContext): StepResult =>
  state.mergedInto === null
    ? refuse({ code: 'act.not_allowed' })
    : events({ kind: 'unmerged', params: { from: state.mergedInto } });

/** The other side of it: the promise of the ticket that went is not kept here any more. */
export const separate = ({ state }: StepContext, { from }: ActOf<'separate'>): StepResult =>
  state.receipts?.some(({ of }) => of === from)
    ? events({ kind: 'separated', params: { from } })
    : refuse({ code: 'act.not_allowed' });

/** Both go on by themselves; again is nothing. */
export const link = ({ state }: StepContext, { to }: ActOf<'link'>): StepResult =>
  state.links?.includes(to) ? events() : events({ kind: 'linked', params: { to } });

const iso = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : instant(at);
