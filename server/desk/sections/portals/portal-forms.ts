import { mapResult } from '#shared/result.ts';
import type { CustomerPortal } from '#shared/wire/desk-portals.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import type { PortalsApi } from '#desk/sections/portals/portals-api.ts';
import type { SayPortals } from '#desk/sections/portals/portal-words.ts';

/** The form that gives a portal its contract: the number that waits stands in it, another may take its place. */
export function bindContract(say: SayPortals, api: PortalsApi, portal: CustomerPortal): FormSpec {
  const { id, domain, ask, contract } = portal;
  const waits = ask !== null && ask.refusedAt === null;
  return {
    title: say(waits ? 'confirm.title' : contract ? 'change' : 'bind'),
    submit: say(waits ? 'confirm' : 'change.submit'),
    subject: domain,
    note: say('confirm.note'),
    values: { number: (waits ? ask.number : contract?.number) ?? '' },
    fields: () => [
      {
        kind: 'text',
        name: 'number',
        label: say('number'),
        hint: say('number.hint'),
        longest: 100,
      },
    ],
    send: async ({ number = '' }) => mapResult(await api.bind(portal, number.trim()), () => null),
    renew: async () => mapResult(await api.read(id), (newest) => bindContract(say, api, newest)),
  };
}

/** The form that refuses the number that waits. */
export const refuseContract = (
  say: SayPortals,
  api: PortalsApi,
  portal: CustomerPortal,
): FormSpec => ({
  title: say('refuse.title'),
  submit: say('refuse'),
  subject: `${portal.domain} · ${portal.ask?.number ?? ''}`,
  note: portal.contract ? `${say('refuse.note')} ${say('refuse.keeps')}` : say('refuse.note'),
  fields: () => [{ kind: 'area', name: 'reason', label: say('reason'), rows: 3, longest: 500 }],
  send: async ({ reason = '' }) => mapResult(await api.refuse(portal, reason.trim()), () => null),
});

/** Asks once more before a portal loses its contract. */
export const unbindContract = (
  say: SayPortals,
  api: PortalsApi,
  portal: CustomerPortal,
): FormSpec => ({
  title: say('unbind.title'),
  submit: say('unbind'),
  subject: `${portal.domain} · ${portal.contract?.number ?? ''}`,
  note: say('unbind.note'),
  fields: () => [],
  send: async () => mapResult(await api.unbind(portal), () => null),
});
