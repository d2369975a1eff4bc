/** What a host page says to the widget and hears from it; types only, so that it costs nothing. */

/** A signed token, or a function that asks the host's server for a fresh one. */
export type Identity = string | (() => Promise<string>);

/** Field ids of the form and their first values; what the person already wrote stays. */
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

/** The verbs of `window.reglament`, callable before the script has loaded through the queue stub. */
export interface WidgetHandle {
  <Verb extends keyof WidgetVerbs>(
    verb: Verb,
    ...args: Parameters<WidgetVerbs[Verb]>
  ): ReturnType<WidgetVerbs[Verb]>;
}

export interface WidgetVerbs {
  /** Opens the panel; resolves once it stands, rejects when its code could not be fetched. */
  open(): Promise<void>;
  close(): void;
  identify(identity: Identity): void;
  /** Facts about the page that go with a request; each is shown before sending. */
  context(extra: Readonly<Record<string, string>>): void;
  prefill(values: Prefill): void;
  /** Returns the function that stops listening. */
  on<Name extends WidgetEventName>(
    name: Name,
    listener: (detail: WidgetEvents[Name]) => void,
  ): () => void;
  /** Takes launcher and panel off the page and frees `window.reglament`. */
  remove(): void;
}

/** `window.reglament` before the script has come: `q` holds the calls made so far. */
export interface CallQueue {
  (...call: unknown[]): void;
  q?: readonly (readonly unknown[])[];
}
