import type { Locale, RecordKind } from '#shared/vocabulary.ts';
import type { Position, Theme } from '#widget/launcher/settings.ts';

/** What a host page says to the widget and hears from it; types only, so that it costs nothing. */

/** A signed token, or a function that asks the host's server for a fresh one. */
export type Identity = string | (() => Promise<string>);

/** Field ids of the form, or `category`, and their first values; what the person already wrote stays. */
export type Prefill = Readonly<Record<string, string | readonly string[]>>;

export interface WidgetEvents {
  open: undefined;
  close: undefined;
  /** A request was stored and has its number. */
  sent: { readonly id: string; readonly number: string };
  /** How many of the person's requests carry an answer not yet seen. */
  unread: { readonly count: number };
}

export type WidgetEventName = keyof WidgetEvents;

/** One kind or several, with spaces between. */
export type RecordWish =
  | ''
  | RecordKind
  | `${RecordKind} ${RecordKind}`
  | `${RecordKind} ${RecordKind} ${RecordKind}`;

/** Attributes of `<reglament-widget>`, as pages write them. */
export interface WidgetAttributes {
  /** Public key of the vendor's widget; nothing opens without one. */
  'widget-key'?: string;
  /** Address of the server, with a slash at its end. */
  api?: string;
  locale?: Locale;
  theme?: Theme;
  position?: Position;
  /** Word on the page's own launcher, named in sentences. */
  label?: string;
  /** Shown to agents. */
  'app-version'?: string;
  /** What of the page is recorded from now on, in its memory; the vendor's policy has to let it. */
  record?: RecordWish;
  /** CSS selector of parts whose steps are not recorded. */
  'record-ignore'?: string;
  /** Parts of addresses, with spaces between: pages and requests that are not recorded. */
  'record-ignore-urls'?: string;
  /** CSS selectors of what no picture of the page shows, besides what is known as private. */
  'private-selectors'?: string;
}

/** Properties of the element that no attribute sets. */
export interface WidgetProperties {
  /** Who asks, the same as by `identify`. */
  identity: Identity | undefined;
}

/** What `<reglament-widget>` tells, by the names of its DOM events; none of them bubbles. */
export type WidgetEventMap = {
  [Name in WidgetEventName as `reglament-${Name}`]: CustomEvent<WidgetEvents[Name]>;
};

/** `addEventListener` of an element that tells what the widget tells. */
export interface ListenTo<Target> {
  <Type extends keyof (WidgetEventMap & HTMLElementEventMap)>(
    type: Type,
    listener: (this: Target, event: (WidgetEventMap & HTMLElementEventMap)[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Takes back what was said; saying it twice changes nothing. */
export type TakeBack = () => void;

export interface WidgetVerbs {
  /** Opens the panel; resolves once it stands, rejects when its code could not be fetched. */
  open(): Promise<void>;
  close(): void;
  /** Says who asks; taken back, the person is forgotten, unless somebody else was named since. */
  identify(identity: Identity): TakeBack;
  /** Facts about the page that go with a request; each is shown before sending. Taken back, those still as said go. */
  context(extra: Readonly<Record<string, string>>): TakeBack;
  /** Fills what the person has not touched; taken back, what they have not touched since is empty again. */
  prefill(values: Prefill): TakeBack;
  /** Listens until taken back. */
  on<Name extends WidgetEventName>(
    name: Name,
    listener: (detail: WidgetEvents[Name]) => void,
  ): TakeBack;
  /** Takes launcher and panel off the page and frees `window.reglament`. */
  remove(): void;
}

/** Whoever hears what a page says; who only asks what that is gives nothing to take it back by. */
export type Hearer = Readonly<
  Record<'identify' | 'context' | 'prefill' | 'on', (...said: never[]) => TakeBack | undefined>
>;

/** `window.reglament`: called with a verb's name, also through the queue stub, or by the verbs themselves. */
export interface WidgetHandle extends WidgetVerbs {
  <Verb extends keyof WidgetVerbs>(
    verb: Verb,
    ...args: Parameters<WidgetVerbs[Verb]>
  ): ReturnType<WidgetVerbs[Verb]>;
}

/** `window.reglament` before the script has come: `q` holds the calls made so far, and passes on later ones. */
export interface CallQueue {
  (...call: unknown[]): void;
  q?: readonly (readonly unknown[])[] | { push(call: readonly unknown[]): unknown };
}
