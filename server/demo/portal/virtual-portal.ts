import type { Install } from '#server/demo/portal/install.ts';
import type { PhpMap } from '#server/demo/portal/php.ts';

/** An employee or a guest of a virtual portal. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly lastName: string;
  readonly gender: 'M' | 'F' | '';
  /** IANA name; empty where the person keeps the portal's. */
  readonly timeZone: string;
  readonly email: string;
  readonly position: string;
  readonly admin: boolean;
  /** A guest from outside the company. */
  readonly extranet: boolean;
  /** Whether they still work there. */
  active: boolean;
  /** Whether the CRM lets them write. */
  crm: boolean;
}

/** The plan a portal is on; a box names nothing but itself. */
export interface Licence {
  readonly LICENSE: string;
  readonly LICENSE_PREVIOUS?: string;
  readonly LICENSE_TYPE?: string;
  readonly LICENSE_FAMILY?: string;
}

/** A way into the REST API that somebody made by hand; it belongs to a person and to no app. */
export interface Webhook {
  readonly secret: string;
  readonly userId: number;
  readonly scopes: readonly string[];
}

/** A way out that somebody made by hand: events go there, and belong to no app. */
export interface OutgoingHook {
  readonly id: number;
  readonly events: readonly string[];
  readonly handler: string;
  /** By which the handler knows it. */
  readonly applicationToken: string;
}

/** What was said to a person in the portal. */
export interface Notification {
  readonly id: number;
  readonly userId: number;
  readonly message: string;
  readonly tag: string;
}

/**
 * What was added through the API: `crm.item.1302`, `task`, `task.comment`, `chat.message`, `disk.file`,
 * `timeline.comment`, `activity`, `post`.
 */
export interface Added {
  readonly kind: string;
  readonly id: number;
  readonly fields: PhpMap;
}

/** How a portal of this edition behaves where real ones differ. */
export interface Manners {
  /** An older module: the form into the frame leaves its newer fields out. */
  readonly legacyForm: boolean;
  /** Two requests a second with fifty at once; a box sets none. */
  readonly limited: boolean;
  /** Whether the OAuth server names the port of the portal. Which it does is not known. */
  readonly oauthNamesPort: boolean;
  /** Some refusals of `placement.bind` came with HTTP 200, some with 400. */
  readonly placementRefusalStatus: 200 | 400;
  readonly repeatedBindStatus: 200 | 400;
  /** Documents say that `ONAPPPAYMENT` names no token, the portal's source that it does. */
  readonly paymentEventHasTokens: boolean;
  /** What a refreshed pair says of its scope. */
  readonly refreshedScope: 'app' | 'list';
  /** Tasks are talked over in a chat, as since `tasks 25.700.0`; before it there were comments below them. */
  readonly taskChats: boolean;
  /** What `PLACEMENT_OPTIONS` of the frame's answer are where there are none; all four were seen. */
  readonly emptyFrameOptions: '' | null | readonly [] | Readonly<Record<string, never>>;
}

/** What makes a portal fail by itself; a test turns them. */
export interface Ailments {
  deleted: boolean;
  /** The plan has no REST API. */
  withoutRest: boolean;
  overloaded: boolean;
  /** A box that cannot reach its OAuth server. */
  cutOffFromOAuth: boolean;
  /** The plan allows no new items of smart processes. */
  withoutNewItems: boolean;
  /** Its frames say everything of themselves but the tokens. */
  framesWithoutAuth: boolean;
  /** Commands of a frame that its pages do not answer. */
  silentTo: readonly string[];
}

export interface VirtualPortal {
  readonly key: string;
  readonly title: string;
  /** As `location.host` writes it. */
  host: string;
  readonly formerHosts: string[];
  /** Whether it is at `https`. */
  readonly secure: boolean;
  readonly memberId: string;
  readonly side: 'east' | 'west';
  readonly language: 'ru' | 'en';
  licence: Licence;
  manners: Manners;
  readonly ailments: Ailments;
  readonly features: ReadonlySet<string>;
  /** Hours east of UTC in which its server writes time. */
  readonly hoursEast: number;
  readonly people: Map<number, Person>;
  /** By the `client_id` of the app. */
  readonly installs: Map<string, Install>;
  readonly webhooks: Webhook[];
  readonly outgoing: OutgoingHook[];
  readonly notifications: Notification[];
  readonly added: Added[];
}

/** Where its pages and its REST API are. */
export const originOf = ({ secure, host }: Pick<VirtualPortal, 'secure' | 'host'>): string =>
  `${secure ? 'https' : 'http'}://${host}`;

/** Its host as the OAuth servers and the event queue name it; some leave the port of a box out. */
export const knownHost = ({ host, manners }: Pick<VirtualPortal, 'host' | 'manners'>): string =>
  manners.oauthNamesPort ? host : host.replace(/:\d+$/, '');

/** Where the OAuth servers and the event queue say that it is. */
export const knownOrigin = (portal: VirtualPortal): string =>
  originOf({ secure: portal.secure, host: knownHost(portal) });

/** A cloud portal of today. */
export const usualManners: Manners = {
  legacyForm: false,
  limited: true,
  oauthNamesPort: false,
  placementRefusalStatus: 200,
  repeatedBindStatus: 400,
  paymentEventHasTokens: false,
  refreshedScope: 'app',
  taskChats: true,
  emptyFrameOptions: {},
};
