import type { CaptureContext } from '#shared/wire/capture.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import type { ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';
import { readPage, withdraw } from '#widget/capture/environment.ts';
import { emptyDraft, isWritten, type Draft } from '#widget/controllers/draft.ts';
import type { FileShelf } from '#widget/controllers/file-shelf.ts';
import type { Reply } from '#widget/controllers/reply.ts';
import type { SessionDeps } from '#widget/controllers/session-deps.ts';
import type { Submission } from '#widget/controllers/submission.ts';
import { createWrittenForm } from '#widget/controllers/written-form.ts';
import type { Prefill } from '#widget/handle.ts';
import type { OutgoingWithReplies } from '#widget/keeping/open-outgoing.ts';
import { loadWriting } from '#widget/load-writing.ts';

/** The writing and sending of one person's request: draft, files, context, submission. */
export interface PanelSession {
  readonly api: Pick<Api, 'read'>;
  readonly config: WidgetConfig | undefined;
  readonly configFailure: ApiFailure | undefined;
  readonly draft: Draft;
  readonly shelf: FileShelf;
  /** False where nothing survives a reload. */
  readonly durable: boolean;
  /** What is written is kept; no word of it before. */
  readonly kept: 'no' | 'coming' | 'yes';
  /** Names of files that a reload took. */
  readonly lostFiles: readonly string[];
  readonly capturing: 'no' | 'running' | 'failed';
  readonly submission: Submission;
  /** Server's present instant, by the difference of clocks seen at the last answer. */
  now(): number;
  loadConfig(locale: Locale): Promise<void>;
  /** Somebody else may be here now: what the configuration says of a person is not theirs. @param open the form stays */
  forget(open: boolean): void;
  write(draft: Draft): void;
  /** Fills what the person has not touched with what the host gives, in place of what it gave before. */
  prefill(values: Prefill): void;
  addFiles(shelf: FileShelf, files: readonly File[]): Promise<void>;
  /** Adds a picture of the page to a shelf; the renderer is fetched only now. */
  capture(shelf: FileShelf): Promise<void>;
  /** What goes by itself, without what the person took out. */
  context(): CaptureContext;
  /** @param shown what goes along, as the person has seen it */
  send(locale: Locale, shown: CaptureContext): Promise<void>;
  /** The reply to a request. @throws without a connection, and where nobody knows who is there */
  replyTo(id: string): Promise<Reply>;
  /** Brings back what an earlier page has kept for the same person, and goes on with what it could not deliver. */
  resume(): void;
  startOver(): void;
}

const retrySeconds = 2;
const isBusy = ({ phase }: Submission) => phase === 'sending' || phase === 'waiting';

export function createPanelSession(deps: SessionDeps): PanelSession {
  const { api, storage, changed } = deps;
  let config: WidgetConfig | undefined;
  let configFailure: ApiFailure | undefined;
  let clockSkewMs = 0;
  let asks = 0;
  let shown = 0;
  let kept: PanelSession['kept'] = 'no';
  let submission: Submission = { phase: 'writing' };
  let outgoing: Promise<OutgoingWithReplies> | undefined;
  let ready: OutgoingWithReplies | undefined;
  let capturing: PanelSession['capturing'] = 'no';

  const keep = () => {
    if (isBusy(submission) || submission.phase === 'delivered') return;
    if (kept === 'yes') kept = 'coming';
    if (ready || isWritten(form.draft) || deps.environment().recorder)
      whenThere((there) => there.keep());
  };
  const form = createWrittenForm({
    newId: deps.newId,
    fields: () => config?.fields ?? [],
    going: () => isBusy(submission),
    written: () => {
      keep();
      changed();
    },
    shown: () => {
      kept = 'no';
      changed();
    },
  });
  const { shelf } = form;

  const setSubmission = (state: Submission) => {
    submission = state;
    if (state.phase === 'delivered') {
      // without content: this browser has something to hear of
      storage.set('sent', '1');
      form.show(emptyDraft, [], []);
    }
    changed();
  };

  /** What keeps and sends comes with the first written word, before it is needed. */
  const load = () =>
    (outgoing ??= loadWriting().then(
      ({ openOutgoing }) =>
        (ready = openOutgoing({
          ...deps,
          form,
          submitted: setSubmission,
          kept: (all) => {
            kept = all ? 'yes' : kept === 'no' ? 'no' : 'coming';
            changed();
          },
        })),
      (fault) => {
        outgoing = undefined;
        throw fault;
      },
    ));

  const whenThere = (act: (there: OutgoingWithReplies) => unknown) =>
    void load().then(act, () => undefined);

  /** @param failed told of each attempt that did not do */
  async function atLast<Value>(
    act: () => Promise<Value>,
    failed?: (attempt: number) => void,
  ): Promise<Value> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await act();
      } catch {
        failed?.(attempt);
        await deps.pause(retrySeconds);
      }
    }
  }

  const context = () => {
    const { appVersion, extra, recorder } = deps.environment();
    return withdraw(
      {
        ...readPage(window),
        ...(appVersion && { appVersion }),
        extra,
        ...(config && recorder?.recorded(config.record)),
      },
      form.draft.withdrawn,
    );
  };

  return {
    api,
    get config() {
      return config;
    },
    get configFailure() {
      return configFailure;
    },
    get draft() {
      return form.draft;
    },
    shelf,
    get durable() {
      return ready ? ready.durable : storage.durable;
    },
    get kept() {
      return form.coming.length > 0 ? 'no' : kept;
    },
    get lostFiles() {
      return form.lostFiles;
    },
    get capturing() {
      return capturing;
    },
    get submission() {
      return submission;
    },
    now: () => deps.clock() + clockSkewMs,
    async loadConfig(locale) {
      const ask = (asks += 1);
      const answer = await api.config(locale);
      // in a former language, or of whoever was here before
      if (ask < shown) return;
      configFailure = answer.ok ? undefined : answer.failure;
      if (answer.ok) {
        config = answer.value;
        shown = ask;
        form.choose(config.categories);
        clockSkewMs = Date.parse(config.now) - deps.clock();
        keep();
      }
      changed();
    },
    forget(open) {
      config = open && config ? { ...config, requester: null } : undefined;
      shown = asks += 1;
    },
    write: form.write,
    prefill: form.prefill,
    async addFiles(to, files) {
      if (!config) return;
      const { limits, locale } = config;
      const prepared = atLast(() => import('#widget/capture/prepare-files.ts')).then(
        ({ prepareFiles }) => prepareFiles(files, limits, locale),
      );
      for (const [at, { name }] of files.entries())
        void to.expect(
          name,
          prepared.then((made) => made[at]),
          limits.attachments,
        );
    },
    async capture(to) {
      if (!config) return;
      const { limits, locale } = config;
      const name = `page-${to.files.length + 1}.png`;
      capturing = 'running';
      const picture = import('#widget/capture/capture-page.ts').then(({ pictureFile }) =>
        pictureFile(name, limits, locale),
      );
      picture.then(
        () => (capturing = 'no'),
        () => (capturing = 'failed'),
      );
      await to.expect(name, picture, limits.attachments);
    },
    context,
    replyTo: async (id) => (await load()).replies.to(id),
    async send(locale, shown) {
      if (!config || !form.draft.category || isBusy(submission)) return;
      setSubmission({ phase: 'sending', attempt: 1 });
      // what was not taken meanwhile would be missed: its person has not seen that
      if (!(await shelf.whole())) return setSubmission({ phase: 'writing' });
      const there = await atLast(load, (attempt) =>
        setSubmission({ phase: 'waiting', attempt, reason: 'offline' }),
      );
      if (isBusy(submission)) await there.send(locale, shown);
    },
    resume() {
      if (ready || ['draft', 'kept', 'sending'].some((name) => storage.get(name)))
        whenThere((there) => there.resume());
    },
    startOver() {
      submission = { phase: 'writing' };
      void ready?.writeOn();
      changed();
    },
  };
}
