import { withoutPort, type PortalHost } from '#server/features/portals/portal-host.ts';

/** Origins of the two OAuth servers of Bitrix24. No other is ever asked, and none is taken from what was posted. */
export interface OAuthHosts {
  /** Portals of Russia, Belarus, Kazakhstan, Uzbekistan and their neighbours. */
  readonly east: string;
  readonly west: string;
}

/** Those of Bitrix24 itself. */
export const bitrixOAuthHosts: OAuthHosts = {
  east: 'https://oauth.bitrix24.tech',
  west: 'https://oauth.bitrix.info',
};

/** Whether these are a demo's on this machine, which have no certificates. */
export const withoutTls = ({ east }: OAuthHosts): boolean => east.startsWith('http:');

/** One of the two. */
export type OAuthSide = keyof OAuthHosts;

const easternZone = /\.(ru|by|kz|uz|am|az|ge|kg)$/;

/**
 * Which of the two is asked first; the other is its second try. What is kept of the portal counts, then what
 * the portal says of itself where it names one of the two, then the zone of its name.
 */
export function likelySide(
  hosts: OAuthHosts,
  portal: {
    readonly kept?: OAuthSide | undefined;
    readonly serverEndpoint?: string | undefined;
    readonly domain: PortalHost;
  },
): OAuthSide {
  if (portal.kept) return portal.kept;
  const { serverEndpoint = '' } = portal;
  const named = URL.canParse(serverEndpoint) ? new URL(serverEndpoint).origin : '';
  if (named === hosts.east) return 'east';
  if (named === hosts.west) return 'west';
  return easternZone.test(withoutPort(portal.domain)) ? 'east' : 'west';
}

/** The server to ask where the likely one knows nothing. */
export const otherSide = (side: OAuthSide): OAuthSide => (side === 'east' ? 'west' : 'east');
