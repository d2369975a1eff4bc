import type { CallQueue, WidgetVerbs } from '#widget/handle.ts';
import { createLauncher } from '#widget/launcher/launcher.ts';
import { readSettings } from '#widget/launcher/settings.ts';
import type { ReglamentWidget } from '#widget/elements/reglament-widget.ts';

/**
 * Entry of the script tag: a launcher and a queue, nothing else. The panel's code is fetched by the
 * first press; before it there is no request, no stored key and no patched global. The one
 * exception is a request that an earlier page could not deliver: it goes on by itself.
 */

const words = { ru: 'Поддержка', uz: 'Yordam', en: 'Support' };

function start(script: HTMLScriptElement) {
  const page = window as typeof window & { reglament?: unknown };
  const before = page.reglament as CallQueue | WidgetVerbs | undefined;
  if (before && 'open' in before) return;

  const settings = readSettings(script, document);
  const listeners = new Set<{ name: string; listener: (detail: never) => void }>();
  const waiting: (() => void)[] = [];
  let panel: ReglamentWidget | undefined;
  let removed = false;

  const tell = (event: Event) => {
    const { type, detail } = event as CustomEvent;
    if (type === 'reglament-unread') launcher?.setUnread(detail.count);
    for (const { name, listener } of listeners) {
      if (type === `reglament-${name}`) listener(detail as never);
    }
  };

  let loading: Promise<ReglamentWidget> | undefined;
  const load = () =>
    (loading ??= import('./mount.ts').then(
      ({ mount }) => {
        panel = mount(settings);
        for (const name of ['open', 'close', 'sent', 'unread'])
          panel.addEventListener(`reglament-${name}`, tell);
        for (const act of waiting.splice(0)) act();
        return panel;
      },
      (fault) => {
        loading = undefined;
        throw fault;
      },
    ));

  const verbs: WidgetVerbs = {
    async open() {
      launcher?.setBusy(true);
      try {
        const loaded = await load();
        if (!removed) await loaded.show();
      } finally {
        launcher?.setBusy(false);
      }
    },
    close: () => panel?.close(),
    identify: (identity) => defer((loaded) => loaded.identify(identity)),
    context: (extra) => defer((loaded) => loaded.context(extra)),
    prefill: (values) => defer((loaded) => loaded.prefill(values)),
    on(name, listener) {
      const entry = { name, listener: listener as (detail: never) => void };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    remove() {
      removed = true;
      launcher?.remove();
      panel?.remove();
      delete page.reglament;
    },
  };
  const defer = (act: (loaded: ReglamentWidget) => void) => {
    if (panel) act(panel);
    else waiting.push(() => panel && act(panel));
  };

  const launcher = settings.launcher
    ? createLauncher(settings.label ?? words[settings.locale], settings.theme, () => {
        verbs.open().catch((fault: unknown) => console.warn('reglament:', fault));
      })
    : undefined;

  const call = (verb: keyof WidgetVerbs, ...args: unknown[]) =>
    (verbs[verb] as (...args: unknown[]) => unknown)(...args);
  page.reglament = Object.assign(call, verbs);
  for (const entry of (before as CallQueue | undefined)?.q ?? [])
    call(...(entry as [keyof WidgetVerbs]));

  try {
    if (localStorage.getItem(`reglament:${settings.key}:sending`)) void load().catch(() => {});
  } catch {
    return;
  }
}

start(
  (document.currentScript ?? document.querySelector('script[data-key][src]')) as HTMLScriptElement,
);
