import { apiScopes, type ApiScope } from '#shared/api-scopes.ts';
import { mapResult } from '#shared/result.ts';
import type { ApiKeyView } from '#shared/wire/api-keys.ts';
import type { keysApi } from '#desk/sections/api-keys/keys-api.ts';
import { picked, type FormSpec } from '#desk/sections/form-spec.ts';
import type { machineWords } from '#desk/sections/machines/machine-words.ts';

type Say = ReturnType<typeof machineWords>;
type Api = ReturnType<typeof keysApi>;

/** The form that makes a key; the key is said once. */
export const makeKey = (say: Say, api: Api): FormSpec => ({
  title: say('keys.make'),
  submit: say('keys.make'),
  values: { actsAs: 'machine', days: '365', scopes: 'tickets:read' },
  fields: () => [
    { kind: 'text', name: 'name', label: say('keys.name'), longest: 120 },
    {
      kind: 'picks',
      name: 'scopes',
      label: say('keys.scopes'),
      options: apiScopes.map((id) => ({ id, label: say(`scope.${id}`) })),
    },
    {
      kind: 'pick',
      name: 'actsAs',
      label: say('keys.actsAs'),
      options: (['machine', 'agent'] as const).map((id) => ({
        id,
        label: say(`keys.actsAs.${id}`),
      })),
    },
    { kind: 'number', name: 'days', label: say('keys.days'), least: 1, most: 730 },
  ],
  send: async ({ name = '', scopes, actsAs, days }, key) =>
    mapResult(
      await api.make(
        {
          name,
          scopes: picked(scopes) as ApiScope[],
          actsAs: actsAs === 'agent' ? 'agent' : 'machine',
          days: Number(days),
        },
        key,
      ),
      (made) => ({ note: say('keys.once'), value: made.key, copy: say('keys.copy') }),
    ),
});

/** Asks once more before a key ends. */
export const revokeKey = (say: Say, api: Api, { id, name }: ApiKeyView): FormSpec => ({
  title: say('keys.revoke'),
  submit: say('keys.revoke'),
  subject: name,
  note: say('keys.revokeNote'),
  fields: () => [],
  send: async () => mapResult(await api.revoke(id), () => null),
});
