import type { PolicyPackFile } from '#server/policy/pack.ts';
import type { Ambiguity } from './ambiguity.ts';

const sellsHours = ({ plans }: PolicyPackFile) => (plans ?? []).some((plan) => plan.hoursPerMonth);

/** What happens to a request after its receipt, and what a plan buys. */
export const ambiguitiesOfLife: readonly Ambiguity[] = [
  {
    id: 'D1',
    question: 'Is a silent request closed by hand?',
    keys: ['/autoClose/mode'],
    concerns: ({ autoClose }) => Boolean(autoClose),
    otherwise: 'suggest',
  },
  {
    id: 'D2',
    question: 'Are proposals taken without an obligation?',
    keys: ['/intake/categories/*/withoutObligation'],
    within: ({ type }) => type === 'proposal',
    otherwise: 'nothing is said about an obligation',
  },
  {
    id: 'D3',
    question: 'Who makes contact after a resolution?',
    keys: ['/followUp'],
    otherwise: 'nobody',
  },
  {
    id: 'D4',
    question: 'Is there a rule of closing?',
    keys: ['/autoClose'],
    otherwise: 'none: only an agent closes',
  },
  {
    id: 'D5',
    question: 'What does the desk do, by the text?',
    keys: ['/scope/in'],
    otherwise: 'whatever is not excluded',
  },
  {
    id: 'D6',
    question: 'How is a vulnerability handled?',
    keys: ['/security'],
    otherwise: 'like any request',
  },
  {
    id: 'D7',
    question: 'How do severities rank in the queue?',
    keys: ['/queue/severities'],
    otherwise: 'critical_first',
  },
  {
    id: 'D8',
    question: 'Does a plan take in what is excluded for others?',
    keys: ['/plans'],
    otherwise: 'there are no plans',
  },
  {
    id: 'D9',
    question: 'When is a requester told of further terms after a hand-over?',
    keys: ['/escalation'],
    otherwise: 'the text knows no hand-over',
  },
  {
    id: 'D10',
    question: 'What does a voice message lead to?',
    keys: ['/intake/voice'],
    otherwise: 'ask_text',
  },
  {
    id: 'E2',
    question: 'How are the hours of a plan kept?',
    keys: [
      '/hours/carryOver',
      '/hours/quantumMinutes',
      '/hours/rounding',
      '/hours/overage',
      '/hours/ownErrors',
      '/hours/month',
    ],
    concerns: sellsHours,
    otherwise:
      'none carried over, by the minute, asked at the end, own errors free, calendar month',
  },
  {
    id: 'E3',
    question: 'Does a plan hold what a lesser one does?',
    keys: ['/plans/*/extends'],
    concerns: ({ plans }) => (plans ?? []).length > 1,
    otherwise: 'only what its own list says',
  },
  {
    id: 'E4',
    question: 'Whom does the budget of hours bind?',
    keys: ['/hours/appliesTo'],
    concerns: sellsHours,
    otherwise: 'box',
  },
];
