import { type Ambiguity, statesHours } from './ambiguity.ts';

/** How terms, hours and days are counted. */
export const ambiguitiesOfTime: readonly Ambiguity[] = [
  {
    id: 'A1',
    question: 'How is a working day read?',
    keys: ['/clocks/firstResponse/reading'],
    concerns: ({ clocks: { firstResponse: clock } }) =>
      clock.kind === 'contract' ||
      clock.kind === 'level' ||
      (clock.kind === 'fixed' && clock.target.unit === 'businessDay'),
    otherwise: null,
  },
  {
    id: 'A2',
    question: 'Is the automatic acknowledgement a first response?',
    keys: ['/stops/autoAckCounts'],
    otherwise: 'false',
  },
  {
    id: 'A3',
    question: 'Has the start of the diagnosis a limit of its own?',
    keys: ['/clocks/diagnosis'],
    otherwise: 'none',
  },
  {
    id: 'A4',
    question: 'Whose hours are the working time of several offices?',
    keys: ['/desk/coverage'],
    concerns: statesHours,
    otherwise: 'union',
  },
  {
    id: 'A5',
    question: 'Does the desk close earlier on shortened days?',
    keys: ['/desk/shortenedDays'],
    concerns: statesHours,
    otherwise: 'ignore: the published hours stand',
  },
  {
    id: 'A6',
    question: 'Which days off close the desk, and are working weekends worked?',
    keys: ['/desk/closedOn', '/desk/workingWeekends'],
    concerns: statesHours,
    otherwise: 'all days off close it, working weekends are worked',
  },
  {
    id: 'A7',
    question: 'What holds in a year whose calendar is not decreed yet?',
    keys: ['/desk/missingYear'],
    concerns: statesHours,
    otherwise: 'estimate by the rule of the law',
  },
  {
    id: 'A8',
    question: 'Until when may a silent requester answer?',
    keys: ['/autoClose/reading', '/autoClose/from', '/autoClose/reminderAt'],
    concerns: ({ autoClose }) => Boolean(autoClose),
    otherwise: 'the end of the last day, from the last message of an agent, no reminder',
  },
  {
    id: 'A9',
    question: 'Is there a track round the clock for critical failures?',
    keys: ['/clocks/critical'],
    otherwise: 'none',
  },
  {
    id: 'A10',
    question: 'Where does the term of the first response come from?',
    keys: ['/clocks/firstResponse/kind'],
    otherwise: null,
  },
  {
    id: 'A11',
    question: 'When is a letter received?',
    keys: ['/channels/*/receivedAt'],
    within: ({ kind, official }) => official === true && kind === 'mail',
    otherwise: 'server_receipt, never the date of its sender',
  },
  {
    id: 'A12',
    question: 'Has a later message of the requester a term?',
    keys: ['/clocks/nextResponse'],
    otherwise: 'none',
  },
];
