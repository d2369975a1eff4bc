import type { Recorded } from '#shared/wire/capture.ts';
import { stepSentence, type SayRecorded } from '#widget/form/step-sentence.ts';

/** One recorded list, each line ready to read. */
export interface RecordedList {
  readonly id: keyof Recorded;
  readonly name: string;
  readonly lines: readonly { readonly at: string; readonly text: string }[];
}

/** What was recorded, in the reader's language; empty lists are left out. */
export function recordedLists(
  say: SayRecorded,
  { console = [], failedRequests = [], trail = [] }: Recorded,
): RecordedList[] {
  const lists: readonly RecordedList[] = [
    {
      id: 'console',
      name: say('recorded.console'),
      lines: console.map(({ at, level, text }) => ({ at, text: `${level} ${text}` })),
    },
    {
      id: 'failedRequests',
      name: say('recorded.failedRequests'),
      lines: failedRequests.map(({ at, method, path, status, durationMs }) => ({
        at,
        text: `${method} ${path} ${status || say('recorded.noAnswer')} ${durationMs} ms`,
      })),
    },
    {
      id: 'trail',
      name: say('recorded.trail'),
      lines: trail.map((step) => ({ at: step.at, text: stepSentence(say, step) })),
    },
  ];
  return lists.filter(({ lines }) => lines.length > 0);
}
