import { mapResult } from '#shared/result.ts';
import { webhookTypes, type WebhookType } from '#shared/webhook-types.ts';
import type { WebhookSecret, WebhookView } from '#shared/wire/webhooks.ts';
import { picked, type FormSpec, type SaidOnce } from '#desk/sections/form-spec.ts';
import type { machineWords } from '#desk/sections/machines/machine-words.ts';
import type { webhooksApi } from '#desk/sections/webhooks/webhooks-api.ts';

type Say = ReturnType<typeof machineWords>;
type Api = ReturnType<typeof webhooksApi>;

const said =
  (say: Say) =>
  ({ secret }: WebhookSecret): SaidOnce => ({
    note: say('hooks.once'),
    value: secret,
    copy: say('hooks.copy'),
  });

/**
 * The form that adds a receiver; its secret is said once.
 *
 * @param before one that is stopped and is to be told again: as another receiver, with a secret of its own
 */
export const addWebhook = (say: Say, api: Api, before?: WebhookView): FormSpec => ({
  title: say('hooks.add'),
  submit: say('hooks.add'),
  ...(before ? { note: say('hooks.againNote') } : {}),
  values: before
    ? { url: before.url, types: before.types.join(' ') }
    : { types: 'ticket.opened ticket.resolved' },
  fields: () => [
    {
      kind: 'url',
      name: 'url',
      label: say('hooks.url'),
      longest: 2000,
      placeholder: 'https://crm.example.org/hooks/support',
    },
    {
      kind: 'picks',
      name: 'types',
      label: say('hooks.types'),
      options: webhookTypes.map((id) => ({ id, label: id })),
    },
  ],
  send: async ({ url = '', types }, key) =>
    mapResult(await api.add({ url, types: picked(types) as WebhookType[] }, key), said(say)),
});

/** The form that changes a receiver's secret. */
export const changeSecret = (say: Say, api: Api, { id, url }: WebhookView): FormSpec => ({
  title: say('hooks.secret'),
  submit: say('hooks.secret'),
  subject: url,
  note: say('hooks.secretNote'),
  values: { graceHours: '24' },
  fields: () => [
    { kind: 'number', name: 'graceHours', label: say('hooks.grace'), least: 0, most: 168 },
  ],
  send: async ({ graceHours }) => mapResult(await api.rotate(id, Number(graceHours)), said(say)),
});

/** Asks once more before a receiver is told nothing more. */
export const stopWebhook = (say: Say, api: Api, { id, url }: WebhookView): FormSpec => ({
  title: say('hooks.stop'),
  submit: say('hooks.stop'),
  subject: url,
  note: say('hooks.stopNote'),
  fields: () => [],
  send: async () => mapResult(await api.stop(id), () => null),
});
