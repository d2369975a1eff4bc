import type { Api } from '#widget/api/client.ts';
import type { TokenSource } from '#widget/api/identity.ts';
import type { Recorder } from '#widget/record/recorder.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** The browser around one panel's writing and sending. */
export interface SessionDeps {
  readonly api: Api;
  readonly storage: KeyedStorage;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly tokens: TokenSource;
  /** Public widget key: names what is kept. */
  readonly key: string;
  readonly pause: (seconds: number) => Promise<void>;
  readonly environment: () => {
    /** The panel is on the page. */
    readonly here: boolean;
    readonly appVersion: string;
    readonly extra: Readonly<Record<string, string>>;
    readonly recorder?: Recorder | undefined;
  };
  readonly changed: () => void;
}
