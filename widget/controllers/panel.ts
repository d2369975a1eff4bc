import { isTransient, type ApiFailure } from '#widget/api/answer.ts';
import type { Conversation } from '#widget/controllers/conversation.ts';
import type { Identity } from '#widget/handle.ts';
import { createPanelCore, type PanelCore, type PanelCoreOptions } from '#widget/panel-deps.ts';
import { problemSentence } from '#widget/problem-sentence.ts';

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
  /** Asks again for what the open screen shows. */
  refresh(): Promise<void>;
  /** Who asks from now on; with nobody vouched for, an open request is left. */
  identify(identity: Identity | undefined): void;
  /** Every five seconds while the panel is open. */
  tick(): void;
}

/** Ticks between two looks at the list, and at the configuration with its promise. */
const listEvery = 3;
const configEvery = 12;

export interface PanelOptions extends PanelCoreOptions {
  /** Resolves once the screens after the sending can be drawn. */
  readonly followUp: () => Promise<void>;
}

export function createPanel(options: PanelOptions): Panel {
  let screen: Screen = 'form';
  let refusal = '';
  let talk: Conversation | undefined;
  let explained: ApiFailure | undefined;
  let ticks = 0;
  const changed = () => {
    explain(failureOnScreen());
    options.changed();
  };
  const core = createPanelCore({ ...options, changed });
  const { session, own, tokens } = core;

  function failureOnScreen(): ApiFailure | undefined {
    const state = session.submission;
    if (!session.config) return session.configFailure;
    if (screen === 'thread') return talk?.replyFailure;
    return state.phase === 'refused' ? state.failure : undefined;
  }

  function explain(failure: ApiFailure | undefined) {
    if (failure === explained) return;
    explained = failure;
    refusal = '';
    if (!failure || isTransient(failure)) return;
    void problemSentence(options.locale(), failure).then((sentence) => {
      if (failure !== explained) return;
      refusal = sentence;
      options.changed();
    });
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
      talk = createConversation({ ...core.conversing, id });
      await talk.refresh();
      own.seen(id);
    },
    async refresh() {
      session.resume();
      await Promise.all([loadConfig(), look()]);
    },
    identify(identity) {
      tokens.identify(identity);
      if (!identity) {
        screen = 'form';
        talk = undefined;
      }
      own.forget();
      session.resume();
    },
    tick() {
      ticks += 1;
      if (!session.config || ticks % configEvery === 0 || turned()) void loadConfig();
      if (screen === 'thread' || ticks % listEvery === 0) void look();
    },
  };
}
