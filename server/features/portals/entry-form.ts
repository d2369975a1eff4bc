import { fail, succeed, type Result } from '#shared/result.ts';
import { readForm } from '#server/features/portals/form-body.ts';
import {
  readPlacementOptions,
  type PlacementOptions,
} from '#server/features/portals/placement-options.ts';
import { readPortalHost, type PortalHost } from '#server/features/portals/portal-host.ts';

/** What a portal says when it opens the page of the app. Nothing of it is proven. */
export interface EntryForm {
  readonly domain: PortalHost;
  readonly language: string;
  readonly memberId: string;
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** Where the portal says that its OAuth server is; older ones say nothing. */
  readonly serverEndpoint: string | undefined;
  /** The secret of portal and app that comes with events; older ones print none. */
  readonly applicationToken: string | undefined;
  readonly placement: string;
  readonly placementOptions: PlacementOptions;
}

/** Why a form is none: the query and the body of a portal are made by a machine and look like this or are forged. */
export type EntryFault = 'malformed' | 'domain' | 'member' | 'token';

const memberId = /^[0-9a-f]{32}$/i;
const accessToken = /^[\x21-\x7e]{8,512}$/;
const secret = /^[\x21-\x7e]{1,128}$/;
const placement = /^[A-Z][A-Z0-9_]{0,63}$/;

/**
 * Reads the query and the form that a portal posts into the frame of an app.
 *
 * @param query without the question mark
 * @param body `application/x-www-form-urlencoded`
 * @see https://apidocs.bitrix24.com/api-reference/widgets/index.html
 */
export function readEntryForm(query: string, body: string): Result<EntryForm, EntryFault> {
  const [asked, posted] = [readForm(query), readForm(body)];
  if (!asked.ok || !posted.ok) return fail('malformed');
  const domain = readPortalHost(asked.value.get('DOMAIN') ?? '');
  if (domain === undefined) return fail('domain');
  const member = posted.value.get('member_id') ?? '';
  if (!memberId.test(member)) return fail('member');
  const token = posted.value.get('AUTH_ID') ?? '';
  if (!accessToken.test(token)) return fail('token');
  const place = posted.value.get('PLACEMENT') ?? 'DEFAULT';
  const own = posted.value.get('APPLICATION_TOKEN');
  return succeed({
    domain,
    language: /^[a-z]{2}$/.exec(asked.value.get('LANG') ?? '')?.[0] ?? '',
    memberId: member.toLowerCase(),
    accessToken: token,
    refreshToken: tokenOf(posted.value.get('REFRESH_ID')),
    serverEndpoint: posted.value.get('SERVER_ENDPOINT'),
    applicationToken: own !== undefined && secret.test(own) ? own : undefined,
    placement: placement.test(place) ? place : 'DEFAULT',
    placementOptions: readPlacementOptions(posted.value.get('PLACEMENT_OPTIONS')),
  });
}

const tokenOf = (text: string | undefined) =>
  text !== undefined && accessToken.test(text) ? text : undefined;

/**
 * Whether the page that posted the form is the portal it names. One that keeps its origin to itself may be, inside a
 * frame: there no page but the proven portal can be around it.
 *
 * @param destination what the browser wants the answer for; undefined where it does not say
 */
export function comesFromPortal(
  origin: string | undefined,
  domain: PortalHost,
  destination?: string,
): boolean {
  if (origin === undefined) return true;
  if (origin === 'null') return destination === undefined || destination === 'iframe';
  return (
    /^https?:\/\//.test(origin) && readPortalHost(origin.replace(/^https?:\/\//, '')) === domain
  );
}
