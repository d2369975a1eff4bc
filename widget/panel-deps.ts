import type { Locale } from '#shared/vocabulary.ts';
import { createApi, type Api } from '#widget/api/client.ts';
import { tokenSource, type TokenSource } from '#widget/api/identity.ts';
import { createOwnList, type OwnList } from '#widget/controllers/own-list.ts';
import type { ConversationDeps } from '#widget/controllers/conversation.ts';
import { createPanelSession, type PanelSession } from '#widget/controllers/panel-session.ts';
import { newUuid } from '#widget/ids.ts';
import { pauseOrOnline } from '#widget/pause.ts';
import type { Recorder } from '#widget/record/recorder.ts';
import { keyedStorage, type KeyedStorage } from '#widget/storage.ts';

/** Everything behind one panel, wired to the browser. */
export interface PanelCore {
  readonly api: Api;
  readonly tokens: TokenSource;
  readonly session: PanelSession;
  readonly own: OwnList;
  /** What a conversation needs beside its id; its code comes with the later screens. */
  readonly conversing: Omit<ConversationDeps, 'id' | 'replyTo'>;
  readonly storage: KeyedStorage;
}

export interface PanelCoreOptions {
  readonly key: string;
  readonly api: string;
  readonly locale: () => Locale;
  readonly environment: () => {
    /** The panel is on the page. */
    readonly here: boolean;
    readonly appVersion: string;
    readonly extra: Readonly<Record<string, string>>;
    readonly recorder?: Recorder | undefined;
  };
  readonly changed: () => void;
}

export function createPanelCore(options: PanelCoreOptions): PanelCore {
  const { key, locale, environment, changed } = options;
  const storage = keyedStorage(key, () => localStorage);
  const tokens = tokenSource(storage, Date.now);
  const api = createApi(options.api, key, tokens);
  const browser = { api, storage, tokens, newId: newUuid, pause: pauseOrOnline, changed };
  return {
    api,
    tokens,
    storage,
    session: createPanelSession({
      ...browser,
      clock: Date.now,
      key,
      environment,
    }),
    own: createOwnList(api, tokens.known, changed),
    conversing: { ...browser, locale },
  };
}
