import { createApi } from '#widget/api/client.ts';
import { tokenSource } from '#widget/api/identity.ts';
import { createOwnList } from '#widget/controllers/own-list.ts';
import type { Identity, WidgetVerbs } from '#widget/handle.ts';
import type { WidgetSettings } from '#widget/launcher/settings.ts';
import { createWatch } from '#widget/live/watch.ts';
import { keyedStorage } from '#widget/storage.ts';

/** What stands in the panel's place until somebody opens it: it takes the same words, and tells of answers alone. */
export type UnreadMark = Omit<WidgetVerbs, 'open'>;

const nothing = () => undefined;

/** Hears of answers to the person's requests, without any of the panel's screens. */
export function unreadMark({ key, api, identity: first }: WidgetSettings): UnreadMark {
  const tokens = tokenSource(
    keyedStorage(key, () => localStorage),
    Date.now,
  );
  const { call, tickets } = createApi(api, key, tokens);
  const listeners = new Set<(detail: { readonly count: number }) => void>();
  let identity: Identity | undefined;
  let told = 0;
  const own = createOwnList({ tickets }, tokens.known, () => {
    const count = own.unread();
    if (count === told) return;
    told = count;
    for (const listener of listeners) listener({ count });
  });
  tokens.identify((identity = first));
  const watch = createWatch({ key, call, tokens, look: () => own.load() });
  const identify = (next: Identity | undefined) => {
    tokens.identify((identity = next));
    own.forget();
    watch.again();
  };

  return {
    identify(next) {
      identify(next);
      return () => {
        if (identity === next) identify(undefined);
      };
    },
    on(name, listener) {
      const hear = listener as (detail: object) => void;
      if (name === 'unread') listeners.add(hear);
      return () => listeners.delete(hear);
    },
    context: () => nothing,
    prefill: () => nothing,
    close: nothing,
    remove: watch.stop,
  };
}
