import { succeed, type Result } from '#shared/result.ts';
import type { BesideApi, TicketAt } from '#desk/api/beside.ts';
import type { SideAct, SideField, SideValues } from '#desk/beside/side-forms.ts';

/** One act beside a ticket as it is sent. */
export interface SideSending {
  readonly at: TicketAt;
  readonly act: SideAct;
  readonly values: SideValues;
  /** The meeting, guest, entry … that it is about; empty for a new one. */
  readonly subject: string;
  /** The same for a repeated press. */
  readonly key: string;
}

/** Minor units of a currency, as sums travel. */
const minorUnits = 100;

/** Sends an act. An invitation answers with its link, which is said once; other acts with nothing to show. */
export async function sendSide(
  api: BesideApi,
  { at, act, values, subject, key }: SideSending,
): Promise<Result<{ readonly link: string | null }>> {
  const of = (field: SideField) => values[field]?.trim() ?? '';
  const given = (field: SideField, name: string = field) =>
    of(field) === '' ? {} : { [name]: of(field) };
  const instant = (field: SideField, name: string) =>
    of(field) === '' ? {} : { [name]: new Date(of(field)).toISOString() };
  const one = encodeURIComponent(subject);
  const work = () => ({
    minutes: Number(of('minutes')),
    ...(of('ownError') ? { ownError: true } : {}),
    ...given('order'),
    ...(of('order') ? {} : given('choice')),
  });
  const what = () => ({ ...given('item'), ...(of('exclusive') ? { exclusive: true } : {}) });
  const post = (rest: string, body: object, withKey = true) =>
    api.post(at, rest, body, withKey ? key : undefined);
  const send = (): Promise<Result<unknown>> => {
    switch (act) {
      case 'log_time':
        return post('/time', { ...work(), ...what(), ...instant('workedAt', 'workedAt') });
      case 'correct_time':
        return post(`/time/${one}/correct`, {
          minutes: Number(of('minutes')),
          ...given('choice'),
        });
      case 'void_time':
        return post(`/time/${one}/void`, {}, false);
      case 'arrange_meeting':
        return post('/meetings', {
          url: of('url'),
          ...instant('at', 'at'),
          minutes: Number(of('minutes')),
        });
      case 'hold_meeting':
        return post(`/meetings/${one}/held`, work(), false);
      case 'cancel_meeting':
        return post(`/meetings/${one}/cancel`, {}, false);
      case 'ask_access':
        return post('/access-requests', {
          scope: of('scope'),
          ...(of('days') ? { days: Number(of('days')) } : {}),
        });
      case 'revoke_access':
        return post(`/access-grants/${one}/revoke`, {}, false);
      case 'invite_guest':
        return api.invite(
          at,
          { name: of('name'), ...given('email'), help: of('help'), days: Number(of('days')) },
          key,
        );
      case 'revoke_guest':
        return api.revokeGuest(at, subject);
      case 'add_participant':
        return post(
          '/participants',
          { agent: of('agent'), purpose: of('purpose') || 'help', ...given('order') },
          false,
        );
      case 'remove_participant':
        return api.removeParticipant(at, subject);
      case 'propose_order':
        return post('/orders', {
          ...what(),
          scope: of('work'),
          priceMinor: Math.round(Number(of('price')) * minorUnits),
          currency: of('currency').toUpperCase(),
        });
      case 'accept_order':
        return api.decideOrder(at, subject, 'accept', { by: of('by') }, key);
      case 'decline_order':
        return api.decideOrder(at, subject, 'decline', { by: of('by') }, key);
      case 'link_problem':
        return post('/known-problem', { problem: of('problem') }, false);
      case 'finish_order':
        return api.decideOrder(at, subject, 'done', {}, key);
    }
  };
  const done = await send();
  if (!done.ok) return done;
  const told = done.value as { readonly link?: string } | undefined;
  return succeed({ link: act === 'invite_guest' ? (told?.link ?? null) : null });
}
