import { mapResult } from '#shared/result.ts';
import type { CheckView } from '#shared/wire/watch.ts';
import type { ChecksApi } from '#desk/sections/checks/checks-api.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import type { SayService } from '#desk/sections/service/service-words.ts';

/** The form that puts an address under watch. */
export const addCheck = (say: SayService, api: ChecksApi): FormSpec => ({
  title: say('checks.add'),
  keep: 'add',
  submit: say('checks.add'),
  values: { every: '5', expect: '200', failures: '2' },
  fields: () => [
    { kind: 'text', name: 'name', label: say('checks.name'), longest: 120 },
    {
      kind: 'url',
      name: 'url',
      label: say('checks.url'),
      longest: 2000,
      placeholder: 'https://app.example.org/health',
    },
    {
      kind: 'number',
      name: 'every',
      label: say('checks.every'),
      paths: ['everyMinutes'],
      least: 1,
      most: 1440,
    },
    {
      kind: 'number',
      name: 'expect',
      label: say('checks.expect'),
      paths: ['expectStatus'],
      least: 100,
      most: 599,
    },
    {
      kind: 'number',
      name: 'failures',
      label: say('checks.failures'),
      paths: ['failuresToOpen'],
      least: 1,
      most: 10,
    },
    { kind: 'check', name: 'notify', label: say('checks.notify') },
  ],
  send: async ({ name = '', url = '', every, expect, failures, notify }, key) =>
    mapResult(
      await api.add(
        {
          name,
          url,
          everyMinutes: Number(every),
          expectStatus: Number(expect),
          failuresToOpen: Number(failures),
          notifyAffected: notify === 'yes',
        },
        key,
      ),
      () => null,
    ),
});

/** Asks once more before an address is watched no more. */
export const stopCheck = (say: SayService, api: ChecksApi, { id, name }: CheckView): FormSpec => ({
  title: say('checks.stop'),
  submit: say('checks.stop'),
  subject: name,
  note: say('checks.stopNote'),
  fields: () => [],
  send: async () => mapResult(await api.stop(id), () => null),
});
