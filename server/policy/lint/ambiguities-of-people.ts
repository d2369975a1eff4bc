import type { Ambiguity } from './ambiguity.ts';

type Item = Readonly<Record<string, unknown>>;

const ofKind =
  (...kinds: readonly string[]) =>
  (channel: Item) =>
    channel['official'] === true && kinds.includes(String(channel['kind']));

/** Who asks, on which channel, with what right. */
export const ambiguitiesOfPeople: readonly Ambiguity[] = [
  {
    id: 'B1',
    question: 'Does a channel file a request at once, or once its sender is verified?',
    keys: ['/channels/*/intake'],
    within: ({ official }) => official === true,
    otherwise: 'full',
  },
  {
    id: 'B2',
    question: 'Is the widget an official channel?',
    keys: ['/widget/mode'],
    otherwise: null,
  },
  {
    id: 'B3',
    question: 'Which official channel does a bridge lead to?',
    keys: ['/widget/bridge'],
    concerns: ({ widget }) => widget.mode === 'bridge',
    otherwise: null,
  },
  {
    id: 'B4',
    question: 'What does a phone call leave behind?',
    keys: ['/channels/*/record'],
    within: ({ kind }) => kind === 'phone',
    otherwise: 'a ticket where official, a note without a number elsewhere',
  },
  {
    id: 'B5',
    question: 'On which channels are proposals taken?',
    keys: ['/intake/categories/*/channels'],
    within: ({ type }) => type === 'proposal',
    otherwise: 'any',
  },
  {
    id: 'B6',
    question: 'Who may file, and who is told how a request stands?',
    keys: ['/requesters/submit', '/requesters/status'],
    otherwise: 'anyone, and the submitter',
  },
  {
    id: 'B7',
    question: 'Where does the number go?',
    keys: ['/acknowledge'],
    otherwise: 'the widget, by which it was sent',
  },
  {
    id: 'B8',
    question: 'What ties a messenger account to a person?',
    keys: ['/channels/*/trust'],
    within: ofKind('telegram'),
    otherwise: 'nothing: such a sender stays unverified',
  },
  {
    id: 'B9',
    question: 'When does a letter prove its sender?',
    keys: ['/channels/*/trust'],
    within: ofKind('mail'),
    otherwise: 'never: such a sender stays unverified',
  },
  {
    id: 'B10',
    question: 'Are chats of several people taken?',
    keys: ['/channels/*/groups'],
    within: ofKind('telegram', 'whatsapp'),
    otherwise: 'none',
  },
  {
    id: 'B13',
    question: 'Does the product work with operators, and what are they called?',
    keys: ['/operators'],
    otherwise: 'no operators',
  },
  {
    id: 'C1',
    question: 'What happens after the last valid day?',
    keys: ['/entitlement/lapsed'],
    otherwise: 'register_and_inform',
  },
  {
    id: 'C2',
    question: 'What happens where nothing valid is known?',
    keys: ['/entitlement/missing', '/entitlement/unknown'],
    otherwise:
      'register_and_inform, and a promise without a guarantee for people nobody vouches for',
  },
  {
    id: 'C3',
    question: 'Whose fields is somebody asked for who has not proven a category?',
    keys: ['/requesters/assumed'],
    concerns: ({ requesters }) => (requesters.categories ?? []).length > 1,
    otherwise: 'those of everybody',
  },
  {
    id: 'C4',
    question: 'What has to be answered before support is guaranteed?',
    keys: ['/guarantee/fields'],
    otherwise: 'nothing',
  },
  {
    id: 'C5',
    question: 'What does an unanswered question do?',
    keys: ['/intake/completeness'],
    otherwise: 'ask',
  },
  {
    id: 'C6',
    question: 'How are passwords and keys kept?',
    keys: ['/intake/secrets'],
    otherwise: 'for 30 days, and refused in free text',
  },
  {
    id: 'C7',
    question: 'Has the documentation to be read first?',
    keys: ['/intake/deflection'],
    otherwise: 'suggest',
  },
  {
    id: 'C8',
    question: 'Until when, and on what condition, may a request be reopened?',
    keys: ['/reopen'],
    otherwise: 'any, within 30 days, then a new linked one',
  },
];
