import { mapResult } from '#shared/result.ts';
import { eraseReasons } from '#shared/people.ts';
import type { DeskTicket } from '#shared/wire/desk.ts';
import type { EraseBody } from '#shared/wire/personal-data.ts';
import type { DeskApi } from '#desk/api/client.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import type { personWords } from '#desk/text/person-words.ts';

/** Says what goes and what stays, asks why, and has the number of the ticket typed before a person is erased. */
export const eraseForm = (
  say: ReturnType<typeof personWords>,
  api: DeskApi['person'],
  { vendor, number, requester }: DeskTicket,
): FormSpec => ({
  title: say('person.eraseTitle'),
  submit: say('person.erase'),
  ...(requester.name === '' ? {} : { subject: requester.name }),
  note: say('person.note'),
  fields: () => [
    {
      kind: 'pick',
      name: 'reason',
      label: say('person.reason'),
      options: eraseReasons.map((id) => ({ id, label: say(`person.reason.${id}`) })),
    },
    {
      kind: 'text',
      name: 'confirm',
      label: say('person.confirm'),
      // numbers are letters, digits and dashes
      pattern: number,
      placeholder: number,
    },
  ],
  send: async ({ reason: asked }) => {
    // a pick gives one of its options
    const reason = asked as EraseBody['reason'];
    const done = await api.erase(vendor, requester.id, { reason });
    return mapResult(done, () => null);
  },
});
