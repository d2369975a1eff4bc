import { fail, succeed, type Result } from '#shared/result.ts';
import { readForm } from '#server/features/portals/form-body.ts';
import { readPortalHost, type PortalHost } from '#server/features/portals/portal-host.ts';

/** Events that mean something here. Others are answered and dropped. */
export const portalEvents = [
  'ONAPPINSTALL',
  'ONAPPUPDATE',
  'ONAPPUNINSTALL',
  'ONAPPPAYMENT',
] as const;
export type PortalEventName = (typeof portalEvents)[number];

/** What an event says. Nothing of it is proven. */
export interface PortalEvent {
  readonly name: PortalEventName | 'other';
  readonly memberId: string;
  readonly domain: PortalHost;
  /** When the portal says that it happened, epoch seconds. */
  readonly ts: number;
  readonly data: Readonly<Record<string, string>>;
  readonly applicationToken: string | undefined;
  readonly accessToken: string | undefined;
  readonly refreshToken: string | undefined;
  readonly serverEndpoint: string | undefined;
}

const token = /^[\x21-\x7e]{8,512}$/;
const secret = /^[\x21-\x7e]{1,128}$/;

/**
 * Reads an event as Bitrix24 sends it: a form with nested keys, every value a text.
 *
 * @see https://apidocs.bitrix24.com/api-reference/events/index.html
 */
export function readPortalEvent(body: string): Result<PortalEvent, 'malformed'> {
  const form = readForm(body, 2);
  if (!form.ok) return form;
  const auth = (key: string, shape: RegExp) => {
    const value = form.value.get(`auth[${key}]`);
    return value !== undefined && shape.test(value) ? value : undefined;
  };
  const memberId = auth('member_id', /^[0-9a-f]{32}$/i)?.toLowerCase();
  const domain = readPortalHost(form.value.get('auth[domain]') ?? '');
  const ts = form.value.get('ts') ?? '';
  const name = form.value.get('event') ?? '';
  if (memberId === undefined || domain === undefined) return fail('malformed');
  if (!/^\d{1,10}$/.test(ts) || !/^[A-Z]\w{2,63}$/i.test(name)) return fail('malformed');
  return succeed({
    name: portalEvents.find((known) => known === name.toUpperCase()) ?? 'other',
    memberId,
    domain,
    ts: Math.min(Number(ts), 2_147_483_647),
    data: dataOf(form.value),
    applicationToken: auth('application_token', secret),
    accessToken: auth('access_token', token),
    refreshToken: auth('refresh_token', token),
    serverEndpoint: form.value.get('auth[server_endpoint]'),
  });
}

const dataOf = (form: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    [...form].flatMap(([key, value]) => {
      const name = /^data\[(\w+)\]$/.exec(key)?.[1];
      return name === undefined ? [] : [[name, value.slice(0, 200)] as const];
    }),
  );

/**
 * When what an event says counts as having happened, epoch seconds: an instant to come would make everything until
 * then outdated.
 *
 * @param now epoch milliseconds
 */
export const lifeTsOf = ({ ts }: Pick<PortalEvent, 'ts'>, now: number): number =>
  Math.min(ts, Math.ceil(now / 1000));
