import { expect, test } from 'vitest';
import { queueViewOf, type QueuePlace } from '#server/policy/decision/queue-view.ts';

const now = Date.parse('2026-11-23T11:50:00Z');
const earlier = new Date(now - 1);
const later = new Date(now + 1);

test.each<[string, Partial<QueuePlace>, string]>([
  ['new', { dueAt: later }, 'order'],
  ['overdue', { dueAt: earlier }, 'order'],
  ['answered, not resolved', { status: 'in_progress' }, 'order'],
  ['asked, first reply given', { status: 'waiting_requester' }, 'waiting'],
  ['asked, first reply still owed', { status: 'waiting_requester', dueAt: later }, 'order'],
  ['not arrived', { status: 'awaiting_channel' }, 'awaiting'],
  ['resolved', { status: 'resolved' }, 'resolved'],
  ['closed without a solution', { status: 'closed' }, 'resolved'],
  ['handed over', { status: 'escalated' }, 'handed'],
  ['handed over, first reply still owed', { status: 'escalated', dueAt: later }, 'order'],
  ['waiting for a release', { status: 'waiting_release' }, 'handed'],
  ['put off', { status: 'deferred' }, 'deferred'],
  ['silent long enough', { status: 'waiting_requester', closableAt: new Date(now) }, 'closable'],
  ['silent, not long enough', { status: 'waiting_requester', closableAt: later }, 'waiting'],
  [
    'silent long enough, first reply still owed',
    { status: 'waiting_requester', dueAt: later, closableAt: earlier },
    'order',
  ],
])('a ticket that is %s', (_case, place, view) => {
  expect(queueViewOf({ status: 'open', dueAt: null, closableAt: null, ...place }, now)).toBe(view);
});
