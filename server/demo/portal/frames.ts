import { isCutOff, isExpired, type Install } from '#server/demo/portal/install.ts';
import { buildQuery, phpArray, phpJson, urlencode, type PhpMap } from '#server/demo/portal/php.ts';
import { issuePair, type TokenPair } from '#server/demo/portal/tokens.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { epochSeconds, installOf, type World } from '#server/demo/portal/world.ts';

/** One rendering of the app in a page of a portal. */
export interface Frame {
  readonly sid: string;
  readonly portal: VirtualPortal;
  readonly install: Install;
  readonly userId: number;
  readonly placement: string;
  readonly options: PhpMap;
  readonly slider: boolean;
  /** Whether it shows the installer. */
  readonly installer: boolean;
  /** Nobody has asked for its data yet. */
  fresh: boolean;
  pair: TokenPair;
}

/** What the page has to show: an iframe of this name, and a form that is posted into it. */
export interface FramePost {
  readonly sid: string;
  readonly iframeName: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
  /** The only origin whose messages the portal hears. */
  readonly appOrigin: string;
}

/** Who opens the app where. */
export interface FrameWish {
  readonly clientId: string;
  readonly userId: number;
  readonly placement?: string;
  readonly options?: PhpMap;
  readonly slider?: boolean;
  /** As it stands in `PLACEMENT_OPTIONS`, where a test wants what no portal should write. */
  readonly rawOptions?: string;
}

/** Why a portal shows something else instead of the app. */
export type FrameRefusal =
  | 'not_in_portal'
  | 'not_finished'
  | 'no_access'
  | 'not_bound'
  | 'not_paid'
  | 'no_such_person';

/**
 * Opens the app: which of its addresses, with whose tokens and which fields.
 *
 * @returns a refusal where the portal does not show it
 */
export function openFrame(
  world: World,
  portal: VirtualPortal,
  wish: FrameWish,
): { readonly frame: Frame; readonly post: FramePost } | FrameRefusal {
  const { clientId, userId, placement = 'DEFAULT', options = {}, slider = false } = wish;
  const install = installOf(portal, clientId);
  const person = portal.people.get(userId);
  if (!install) return 'not_in_portal';
  if (!person?.active) return 'no_such_person';
  if (install.allowed && !install.allowed.has(userId)) return 'no_access';
  if (!install.installed && !person.admin) return 'not_finished';
  if (isHidden(install, epochSeconds(world))) return 'not_paid';
  const handler = handlerOf(install, placement);
  if (handler === undefined) return 'not_bound';
  const frame: Frame = {
    sid: world.hex(32),
    portal,
    install,
    userId,
    placement,
    options,
    slider,
    installer: !install.installed,
    fresh: true,
    pair: issuePair(world, portal, install, userId),
  };
  world.frames.set(frame.sid, frame);
  forgetOldest(world.frames);
  return { frame, post: postOf(world, frame, handler, wish.rawOptions) };
}

const mostFrames = 1000;

function forgetOldest(frames: World['frames']): void {
  const [oldest] = frames.keys();
  if (frames.size > mostFrames && oldest !== undefined) frames.delete(oldest);
}

/** A trial ends at once, what is paid for after two weeks of patience. */
const isHidden = (install: Install, now: number): boolean =>
  ['D', 'T'].includes(install.status) ? isExpired(install, now) : isCutOff(install, now);

function handlerOf({ app, installed, placements }: Install, placement: string): string | undefined {
  // before it is finished nothing is drawn but the installer
  if (!installed) return placement === 'DEFAULT' ? app.installUrl : undefined;
  if (placement === 'DEFAULT') return app.appUrl;
  return placements.find((bound) => bound.placement === placement)?.handler;
}

function postOf(world: World, frame: Frame, handler: string, rawOptions?: string): FramePost {
  const { portal, install, pair, sid, placement, options } = frame;
  const protocol = portal.secure ? '1' : '0';
  const query = { DOMAIN: portal.host, PROTOCOL: protocol, LANG: portal.language, APP_SID: sid };
  const joint = handler.includes('?') ? '&' : '?';
  const written = rawOptions ?? (Object.keys(options).length > 0 ? phpJson(options) : undefined);
  const fields = {
    AUTH_ID: pair.accessToken,
    AUTH_EXPIRES: '3600',
    REFRESH_ID: pair.refreshToken,
    ...(!portal.manners.legacyForm && {
      SERVER_ENDPOINT: `${world.oauth[portal.side]}/rest/`,
      APPLICATION_TOKEN: install.applicationToken,
      APPLICATION_SCOPE: pair.scopes.join(','),
    }),
    member_id: portal.memberId,
    status: install.status,
    PLACEMENT: placement,
    ...(written !== undefined && { PLACEMENT_OPTIONS: written }),
  };
  return {
    sid,
    iframeName: `${portal.host}|${protocol}|${sid}`,
    url: `${handler}${joint}${buildQuery(query)}`,
    fields,
    body: Object.entries(fields)
      .map(([name, value]) => `${name}=${urlencode(value)}`)
      .join('&'),
    appOrigin: new URL(handler).origin,
  };
}

/** What a frame says of itself when the app asks. Only the first answer of a rendering may be a first run. */
export function frameData(frame: Frame): PhpMap {
  const { portal, install, pair, placement, options, userId, installer } = frame;
  const withoutAuth = portal.ailments.framesWithoutAuth;
  const firstRun = installer && frame.fresh;
  frame.fresh = false;
  return {
    LANG: portal.language,
    DOMAIN: portal.host,
    PROTOCOL: portal.secure ? 1 : 0,
    PATH: '/rest',
    AUTH_ID: withoutAuth ? '' : pair.accessToken,
    AUTH_EXPIRES: withoutAuth ? '' : '3600',
    REFRESH_ID: withoutAuth ? '' : pair.refreshToken,
    MEMBER_ID: portal.memberId,
    FIRST_RUN: firstRun,
    IS_ADMIN: portal.people.get(userId)?.admin === true,
    INSTALL: installer,
    USER_OPTIONS: phpArray(install.userOptions.get(userId) ?? {}),
    APP_OPTIONS: phpArray(install.options),
    PLACEMENT: placement,
    PLACEMENT_OPTIONS: optionsOf(portal, installer, options),
  };
}

const optionsOf = (portal: VirtualPortal, installer: boolean, options: PhpMap): unknown => {
  if (Object.keys(options).length > 0) return options;
  return installer ? '' : portal.manners.emptyFrameOptions;
};

/** New tokens for a frame that has been open for long; undefined where the person may have none. */
export function refreshFrame(world: World, frame: Frame): PhpMap | undefined {
  const { portal, install, userId } = frame;
  const person = portal.people.get(userId);
  if (install.removed || !person?.active || portal.ailments.cutOffFromOAuth) return undefined;
  frame.pair = issuePair(world, portal, install, userId);
  const { accessToken, refreshToken } = frame.pair;
  return { AUTH_ID: accessToken, AUTH_EXPIRES: '3600', REFRESH_ID: refreshToken };
}
