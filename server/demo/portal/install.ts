/** An app as its developer registered it. */
export interface RegisteredApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** `vendor.name`, by which links lead to it. */
  readonly code: string;
  readonly title: Readonly<Record<'ru' | 'en', string>>;
  /** The newest version in the catalogue. */
  version: number;
  readonly scopes: readonly string[];
  /** What is opened into the frame. */
  readonly appUrl: string;
  /** What is opened for an administrator until the installation is finished; none: installed at once. */
  readonly installUrl?: string;
  /** Where the code of a person who came from outside is sent. */
  readonly redirectUrl: string;
}

/** Somewhere in the portal that an app was bound to. */
export interface PlacementBinding {
  readonly placement: string;
  readonly userId: number;
  readonly handler: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly description: string;
  readonly langAll: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** An event that an app wants to hear. */
export interface EventBinding {
  readonly id: number;
  readonly event: string;
  readonly handler: string;
  /** 0: on behalf of whoever triggered it. */
  readonly authType: number;
  readonly offline: boolean;
}

/** `L` local, `F` free, `D` demo, `T` trial, `P` paid, `S` subscription. */
export type AppStatus = 'L' | 'F' | 'D' | 'T' | 'P' | 'S';

/** An app in a portal. */
export interface Install {
  /** The portal's own number of the app. */
  readonly id: number;
  readonly app: RegisteredApp;
  version: number;
  installed: boolean;
  /** Gone, and its options kept for the next time. */
  removed: boolean;
  status: AppStatus;
  /** When what was paid for ends, epoch seconds; null: it does not. */
  paidUntil: number | null;
  applicationToken: string;
  /** Who installed it; events that nobody triggers come in their name. */
  installedBy: number;
  /** People who may use it; null: all. */
  allowed: ReadonlySet<number> | null;
  placements: PlacementBinding[];
  events: EventBinding[];
  options: Record<string, unknown>;
  readonly userOptions: Map<number, Record<string, unknown>>;
  /** Seconds each method took in the window that ends at `resetAt`, epoch seconds. */
  readonly operating: Map<string, { seconds: number; resetAt: number }>;
}

const daySeconds = 86_400;
const graceDays = 14;

/** Whole days that are left of what was paid for, negative once it ended; null where nothing ends. */
export const daysLeft = ({ paidUntil }: Install, now: number): number | null =>
  paidUntil === null ? null : Math.floor((paidUntil - now) / daySeconds);

export const isExpired = ({ paidUntil }: Install, now: number): boolean =>
  paidUntil !== null && paidUntil < now;

/** Expired for longer than a portal waits: the API answers no more. */
export const isCutOff = (install: Install, now: number): boolean =>
  isExpired(install, now - graceDays * daySeconds);
