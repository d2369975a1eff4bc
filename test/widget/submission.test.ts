import { expect, test } from 'vitest';
import {
  nextSubmission,
  retryDelaySeconds,
  type Submission,
  type SubmissionEvent,
} from '#widget/controllers/submission.ts';
import { sampleReceipt } from '#test/support/widget-host.ts';

const receipt = sampleReceipt('SMP-1', 'subject');
const writing: Submission = { phase: 'writing' };
const sending: Submission = { phase: 'sending', attempt: 2, reason: 'offline' };
const waiting: Submission = { phase: 'waiting', attempt: 2, reason: 'unavailable' };
const delivered: Submission = { phase: 'delivered', receipt, lost: [] };
const refused: Submission = { phase: 'refused', failure: { code: 'fields.missing' } };

const sent: SubmissionEvent = { kind: 'sent' };
const offline: SubmissionEvent = { kind: 'unreachable', failure: { code: 'offline' } };
const away: SubmissionEvent = { kind: 'unreachable', failure: { code: 'service.unavailable' } };
const retried: SubmissionEvent = { kind: 'retried' };
const arrived: SubmissionEvent = { kind: 'delivered', receipt, lost: [] };
const refusal: SubmissionEvent = { kind: 'refused', failure: { code: 'fields.missing' } };

test.each<[string, Submission, SubmissionEvent, Submission]>([
  ['a press starts the first attempt', writing, sent, { phase: 'sending', attempt: 1 }],
  ['a press while sending changes nothing', sending, sent, sending],
  ['a press while waiting changes nothing', waiting, sent, waiting],
  ['no connection waits', sending, offline, { phase: 'waiting', attempt: 2, reason: 'offline' }],
  ['an absent service waits', sending, away, waiting],
  [
    'a retry remembers why',
    waiting,
    retried,
    { phase: 'sending', attempt: 3, reason: 'unavailable' },
  ],
  ['an answer delivers', sending, arrived, delivered],
  ['a late answer after delivery changes nothing', delivered, offline, delivered],
  ['a refusal is final', sending, refusal, refused],
  ['after a refusal it may be sent again', refused, sent, { phase: 'sending', attempt: 1 }],
  ['writing on clears a refusal', refused, { kind: 'written_on' }, writing],
  ['writing on does not stop what is under way', waiting, { kind: 'written_on' }, waiting],
])('%s', (_case, state, event, next) => {
  expect(nextSubmission(state, event)).toEqual(next);
});

test('pauses grow to fifteen seconds and stay there', () => {
  expect([1, 2, 3, 4, 5, 6, 100].map((attempt) => retryDelaySeconds(attempt))).toEqual([
    1, 2, 4, 8, 15, 15, 15,
  ]);
});
