import { isTransient, type ApiFailure } from '#widget/api/answer.ts';
import type { Conversation } from '#widget/controllers/conversation.ts';
import type { Identity } from '#widget/handle.ts';
import { createPanelCore, type PanelCore, type PanelCoreOptions } from '#widget/panel-deps.ts';
import type { Watch } from '#widget/live/watch.ts';

export type Screen = 'form' | 'list' | 'thread';

/** What the panel shows and how it keeps fresh, without any markup. */
export interface Panel extends PanelCore {
  readonly screen: Screen;
  /** The open conversation, once its code is there. */
  readonly talk: Conversation | undefined;
  /** Sentence of the last refusal, in the reader's language. */
  readonly refusal: string;
  go(screen: Screen): void;
  openThread(id: string): Promise<void>;
  /** Lays files beside what is written on the open screen. */
  addFiles(files: readonly File[]): Promise<void>;
  /** Asks again for what the open screen shows. */
  refresh(): Promise<void>;
  /** Who asks from now on; a request that somebody else has opened is left. */
  identify(identity: Identity | undefined): void;
  /** Every five seconds while the panel is open. */
  tick(): void;
  /** Hears of changes from now on, where this browser has sent a request before. */
  follow(): void;
  /** The panel is off the page. */
  leave(): void;
}

/** Ticks between two looks at the list, and at the configuration with its promise. */
const listEvery = 3;
const configEvery = 12;

export interface PanelOptions extends PanelCoreOptions {
  /** Resolves once the screens after the sending can be drawn. */
  readonly followUp: () => Promise<void>;
  /** Whether the person can see the panel. */
  readonly open: () => boolean;
}

export function createPanel(options: PanelOptions): Panel {
  let screen: Screen = 'form';
  let refusal = '';
  let talk: Conversation | undefined;
  let explained: ApiFailure | undefined;
  let ticks = 0;
  let watching: Promise<Watch | void> | undefined;
  let watch: Watch | undefined;
  const changed = () => {
    void explain(failureOnScreen());
    if (core.session.submission.phase === 'delivered') follow();
    options.changed();
  };
  const core = createPanelCore({ ...options, changed });
  const { session, own, tokens, storage } = core;
  /** Tells the person's other tabs that there is less to read. */
  const mark = () => {
    if (storage.get('sent')) storage.set('sent', String(Date.now()));
  };

  function failureOnScreen(): ApiFailure | undefined {
    const state = session.submission;
    if (!session.config) return session.configFailure;
    const shown = screen === 'thread' ? talk?.reply?.submission : state;
    return shown?.phase === 'refused' ? shown.failure : undefined;
  }

  async function explain(failure: ApiFailure | undefined) {
    if (failure === explained) return;
    explained = failure;
    refusal = '';
    if (!failure || isTransient(failure)) return;
    const { problemSentence } = await import('#widget/problem-sentence.ts');
    const sentence = await problemSentence(options.locale(), failure);
    if (failure !== explained) return;
    refusal = sentence;
    options.changed();
  }

  /** A request that is looked at counts as read, so that a closed panel asks for the list alone. */
  const hear = async (ticketId?: string) => {
    const shown = talk?.thread?.id;
    if (options.open() && screen === 'thread' && (ticketId ?? shown) === shown)
      await talk?.refresh();
    await own.load();
  };

  function follow() {
    watching ??= import('#widget/live/watch.ts').then(
      ({ createWatch }) => {
        if (watching)
          watch = createWatch({ key: options.key, call: core.api.call, tokens, look: hear });
      },
      () => (watching = undefined),
    );
  }

  function followIfSent() {
    if (storage.get('sent')) follow();
  }

  const loadConfig = () => session.loadConfig(options.locale());
  const look = async () => {
    if (screen === 'thread') await talk?.refresh();
    else await own.load();
  };

  /** Opening or closing time has passed since the promise was made. */
  const turned = () => {
    const hours = session.config?.hours;
    const turn = hours?.openNow ? hours.closesAt : hours?.opensAt;
    return turn !== undefined && Date.parse(turn) <= session.now();
  };

  return {
    ...core,
    get screen() {
      return screen;
    },
    get talk() {
      return talk;
    },
    get refusal() {
      return refusal;
    },
    go(next) {
      if (next === 'form' && session.submission.phase === 'delivered') session.startOver();
      screen = next;
      changed();
      if (next === 'list') void own.load();
      else void loadConfig();
    },
    async openThread(id) {
      if (session.submission.phase === 'delivered') session.startOver();
      screen = 'thread';
      talk = undefined;
      changed();
      await options.followUp();
      const { createConversation } = await import('#widget/follow-up.ts');
      talk = createConversation({ ...core.conversing, replyTo: session.replyTo, id });
      await talk.refresh();
      own.seen(id);
      mark();
    },
    addFiles: (files) =>
      session.addFiles((screen === 'thread' && talk?.shelf) || session.shelf, files),
    async refresh() {
      session.resume();
      await Promise.all([loadConfig(), look()]);
      // the form comes first; who has left meanwhile is told nothing more
      if (options.open() && tokens.known()) follow();
    },
    identify(identity) {
      tokens.identify(identity);
      if (!identity) screen = 'form';
      void talk?.isOthers().then((left) => left && screen === 'thread' && this.go('form'));
      session.forget(options.open());
      own.forget();
      session.resume();
      if (watch) watch.again();
      else followIfSent();
    },
    follow: followIfSent,
    leave() {
      watch?.stop();
      watch = watching = undefined;
    },
    tick() {
      ticks += 1;
      if (!session.config || ticks % configEvery === 0 || turned()) void loadConfig();
      if ((!watch?.live || talk?.failure) && (screen === 'thread' || ticks % listEvery === 0))
        void look();
    },
  };
}
