/** What an agent reads about the data of a person. English is the source: its keys are the type of the others. */
export const en = {
  'person.title': 'Personal data',
  'person.export': 'Export the data',
  'person.exported': 'The data of this person is in your downloads.',
  'person.erase': 'Erase',
  'person.erased': 'The person was erased',
  'person.eraseTitle': 'Erase the person for good',
  'person.note':
    'Goes: the name, addresses and phone, the words and files of all their requests, answers to surveys. Stays: the numbers of requests, the log without words, the digests in statements of service. It cannot be undone.',
  'person.reason': 'Why',
  'person.reason.asked': 'The person asked for it',
  'person.reason.ended': 'The contract has ended',
  'person.reason.mistake': 'The data came here by mistake',
  'person.confirm': 'To confirm, write the number of this request',
} as const;
