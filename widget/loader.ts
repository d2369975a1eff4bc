import type { CallQueue, Hearer, TakeBack, WidgetHandle, WidgetVerbs } from '#widget/handle.ts';
import { createLauncher, stand } from '#widget/launcher/launcher.ts';
import type { UnreadMark } from '#widget/launcher/unread-mark.ts';
import { readSettings } from '#widget/launcher/settings.ts';
import type { ReglamentWidget } from '#widget/elements/reglament-widget.ts';

/**
 * Entry of the script tag: a launcher and a queue, nothing else. The panel's code is fetched by the
 * first press; before it there is no request, no stored key and no patched global. There are three
 * exceptions: a request that an earlier page could not deliver goes on by itself, a browser that has
 * sent one hears of answers by a part of its own, and a page that asks for it by `data-record` is recorded, in its own memory.
 */

const words = { ru: 'Поддержка', uz: 'Yordam', 'uz-Cyrl': 'Ёрдам', en: 'Support' };

const say = (fault: unknown) => console.warn('reglament:', fault);

function start(script: HTMLScriptElement | null) {
  const page = window as typeof window & { reglament?: WidgetHandle | CallQueue };
  const before = page.reglament as (CallQueue & { readonly open?: unknown }) | undefined;
  if (before?.open) return;

  const read = readSettings(script, document);
  if (!read.ok) return say(read.failure);
  const settings = read.value;
  /** What the page has said and not taken back, in order. */
  const said = new Set<(hearer: Hearer) => void>();
  let there: UnreadMark | undefined;
  let loading: Promise<ReglamentWidget | void> | undefined;
  let removed: boolean | undefined;
  let wanted: boolean | undefined;
  const recorder = settings.record
    ? import('./record/recorder.ts').then(
        ({ record }) => record(settings, said),
        () => undefined,
      )
    : undefined;

  /** From now on this one hears what the page says. */
  const join = (next: UnreadMark) => {
    there?.remove();
    there = next;
    next.on('unread', ({ count }) => launcher?.setUnread(count));
    for (const act of said) act(next);
  };

  const load = () =>
    (loading ??= import('./mount.ts').then(
      ({ mount }) => {
        if (removed) return;
        const panel = mount(settings, recorder);
        stand(panel, settings);
        join(panel);
        return panel;
      },
      (fault) => {
        loading = undefined;
        throw fault;
      },
    ));

  /** Now, and to whoever hears next; taken back before, it never happens. */
  const sayer = <Verb extends 'identify' | 'context' | 'prefill' | 'on'>(verb: Verb) =>
    ((...args: unknown[]): TakeBack => {
      let takeBack: TakeBack | undefined;
      const run = (hearer: Hearer) => {
        try {
          // who only asks what was said takes nothing
          takeBack = (hearer[verb] as (...args: unknown[]) => TakeBack)(...args) ?? takeBack;
        } catch (fault) {
          say(fault);
        }
      };
      if (there) run(there);
      said.add(run);
      return () => {
        said.delete(run);
        takeBack?.();
      };
    }) as WidgetVerbs[Verb];

  /** Any element of the page may open the panel, at once with a category: nothing is bound to it. */
  const pressed = (event: Event) => {
    const path = event.composedPath() as HTMLElement[];
    // document and window match nothing
    const trigger = path.find((node) => node.matches?.(settings.trigger));
    if (!trigger) return;
    event.preventDefault();
    const category = trigger.dataset['reglamentOpen'];
    if (category) verbs.prefill({ category });
    verbs.open().catch(say);
  };

  const named = sayer('identify');
  /** Whoever was named before is left by the next one's name, also where that is taken back. */
  let leave: TakeBack | undefined;

  const verbs: WidgetVerbs = {
    async open() {
      wanted = true;
      launcher?.setBusy(true);
      try {
        const loaded = await load();
        // a page that swapped all it has took the panel with it
        if (!loaded || !wanted) return;
        if (!loaded.isConnected) document.documentElement.append(loaded);
        await loaded.open();
      } finally {
        launcher?.setBusy(false);
      }
    },
    close() {
      wanted = false;
      there?.close();
    },
    identify: (who) => (leave?.(), (leave = named(who))),
    context: sayer('context'),
    prefill: sayer('prefill'),
    on: sayer('on'),
    remove() {
      removed = true;
      loading = Promise.resolve();
      removeEventListener('click', pressed, true);
      launcher?.remove();
      there?.remove();
      void recorder?.then((running) => running?.stop());
      there = undefined;
      if (page.reglament === handle) delete page.reglament;
    },
  };

  const launcher = settings.launcher
    ? createLauncher(settings, settings.label ?? words[settings.locale], () =>
        load()
          .then((loaded) => loaded?.ready())
          .catch(() => undefined),
      )
    : undefined;

  addEventListener('click', pressed, true);

  const call = (verb: keyof WidgetVerbs, ...args: unknown[]) => {
    const act = verbs[verb] as (...args: unknown[]) => unknown;
    if (!act) throw new Error(`there is no "${verb}"`);
    return act(...args);
  };
  /** A call through the stub: nobody waits for what it gives, and its failure stops no other. */
  const push = async (entry: readonly unknown[]) => {
    try {
      await call(...(entry as [keyof WidgetVerbs]));
    } catch (fault) {
      say(fault);
    }
  };
  const q = { push };
  const handle = Object.assign(call, verbs, { q }) as WidgetHandle;
  page.reglament = handle;
  if (before) {
    for (const entry of (before.q as readonly unknown[][] | undefined) ?? []) void push(entry);
    before.q = q;
  }

  /**
   * Whoever has opened the panel here has a database of ours: to ask for its name keeps no page waiting, a look into a
   * storage does. A browser that does not tell names is looked into.
   */
  const recall = async () => {
    // a frame in a sandbox keeps nothing, and would say on its console that we asked
    if (self.origin === 'null') return;
    try {
      const own = `reglament:${settings.key}`;
      const all = await indexedDB.databases?.().catch(() => undefined);
      if (all?.every(({ name }) => !name?.startsWith(own))) return;
      const whole = localStorage[`${own}:sending`] || sessionStorage[`${own}:open`];
      /** The panel, or nothing but the mark of answers as long as nobody opens it. Heard once however often it is added; once the panel is there it changes nothing. */
      const wake = () =>
        void (
          whole
            ? load()
            : import('./launcher/unread-mark.ts').then(({ unreadMark }) => {
                if (!loading) join(unreadMark(settings));
              })
        ).catch(() => addEventListener('online', wake));
      if (whole || localStorage[`${own}:sent`]) wake();
    } catch {
      // storage is out of reach
    }
  };
  void recall();
}

start(
  (document.currentScript ??
    document.querySelector('script[data-key][src]')) as HTMLScriptElement | null,
);
