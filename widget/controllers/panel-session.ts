import type { OpenTicketBody } from '#shared/wire/ticket.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import type { ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';
import { describeEnvironment, readPage, withdraw } from '#widget/capture/environment.ts';
import {
  emptyDraft,
  isWritten,
  keepDraft,
  readDraft,
  type Draft,
} from '#widget/controllers/draft.ts';
import { createFileShelf, type FileShelf } from '#widget/controllers/file-shelf.ts';
import { keepOrder, pendingOrder, type Order } from '#widget/controllers/order.ts';
import type { Sender } from '#widget/controllers/sender.ts';
import type { Submission } from '#widget/controllers/submission.ts';
import { loadWriting } from '#widget/load-writing.ts';
import { answersToSend, askedFields } from '#widget/form/validate.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** The writing and sending of one person's request: draft, files, context, submission. */
export interface PanelSession {
  readonly api: Pick<Api, 'read'>;
  readonly config: WidgetConfig | undefined;
  readonly configFailure: ApiFailure | undefined;
  readonly draft: Draft;
  readonly shelf: FileShelf;
  /** False where nothing survives a reload. */
  readonly durable: boolean;
  /** Names of files that a reload took. */
  readonly lostFiles: readonly string[];
  readonly capturing: 'no' | 'running' | 'failed';
  readonly submission: Submission;
  /** Server's present instant, by the difference of clocks seen at the last answer. */
  now(): number;
  loadConfig(locale: Locale): Promise<void>;
  write(draft: Draft): void;
  addFiles(shelf: FileShelf, files: readonly File[]): void;
  /** Adds a picture of the page to a shelf; the renderer is fetched only now. */
  capture(shelf: FileShelf): Promise<void>;
  /** What goes by itself, without what the person took out. */
  context(): OpenTicketBody['context'];
  send(locale: Locale): Promise<void>;
  /** Goes on with what an earlier page could not deliver, as the same person. */
  resume(): void;
  startOver(): void;
}

export interface SessionDeps {
  readonly api: Api;
  readonly storage: KeyedStorage;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly signed: () => boolean;
  readonly pause: (seconds: number) => Promise<void>;
  readonly environment: () => {
    readonly appVersion?: string;
    readonly extra: Readonly<Record<string, string>>;
  };
  readonly changed: () => void;
}

const retrySeconds = 2;

const isBusy = ({ phase }: Submission) => phase === 'sending' || phase === 'waiting';

export function createPanelSession(deps: SessionDeps): PanelSession {
  const { api, storage, changed } = deps;
  let config: WidgetConfig | undefined;
  let configFailure: ApiFailure | undefined;
  let clockSkewMs = 0;
  let draft = readDraft(storage);
  let lostFiles = pendingOrder(storage) ? [] : draft.fileNames;
  let submission: Submission = { phase: 'writing' };
  let sender: Promise<Sender> | undefined;
  let capturing: PanelSession['capturing'] = 'no';

  const shelf = createFileShelf(deps.newId, () => write(draft));
  const write = (next: Draft) => {
    draft = { ...next, fileNames: shelf.files.map(({ name }) => name) };
    if (!pendingOrder(storage)) keepDraft(storage, draft, config?.fields);
    beginWriting();
    changed();
  };

  const setSubmission = (state: Submission) => {
    submission = state;
    if (state.phase === 'refused' && state.file) shelf.change(state.file, { failed: true });
    if (state.phase === 'delivered') {
      lostFiles = [];
      draft = emptyDraft;
      shelf.clear();
    }
    changed();
  };

  /** The sender's code, with what else stands beside the writing, comes with the first written word, before it is needed. */
  const loadSender = () =>
    (sender ??= loadWriting().then(
      ({ createSender }) =>
        createSender({
          api,
          storage,
          pause: deps.pause,
          uploading: (localId, progress) => shelf.change(localId, { progress }),
          changed: setSubmission,
        }),
      (fault) => {
        sender = undefined;
        throw fault;
      },
    ));

  const beginWriting = () => {
    if (isWritten(draft)) loadSender().catch(() => undefined);
  };

  async function senderAtLast(): Promise<Sender> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await loadSender();
      } catch {
        setSubmission({ phase: 'waiting', attempt, reason: 'offline' });
        await deps.pause(retrySeconds);
      }
    }
  }

  const context = () => {
    const { appVersion, extra } = deps.environment();
    return withdraw(describeEnvironment(readPage(window), appVersion, extra), draft.withdrawn);
  };

  const add = (to: FileShelf, name: string, blob: Blob, hidden?: number) => {
    if (config) to.add(name, blob, config.limits, config.locale, hidden);
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
      return draft;
    },
    shelf,
    get durable() {
      return storage.durable;
    },
    get lostFiles() {
      return lostFiles;
    },
    get capturing() {
      return capturing;
    },
    get submission() {
      return submission;
    },
    now: () => deps.clock() + clockSkewMs,
    async loadConfig(locale) {
      const answer = await api.config(locale);
      configFailure = answer.ok ? undefined : answer.failure;
      if (answer.ok) {
        config = answer.value;
        const first = config.categories.find(({ scope }) => scope === 'in') ?? config.categories[0];
        if (!config.categories.some(({ id }) => id === draft.category) && first)
          draft = { ...draft, category: first.id };
        clockSkewMs = Date.parse(config.now) - deps.clock();
        beginWriting();
      }
      changed();
    },
    write,
    addFiles(to, files) {
      for (const file of files) add(to, file.name, file);
    },
    async capture(to) {
      capturing = 'running';
      changed();
      const picture = await import('#widget/capture/take-picture.ts')
        .then(({ takePicture }) => takePicture(document))
        .catch(() => undefined);
      capturing = picture ? 'no' : 'failed';
      if (picture) add(to, `page-${to.files.length + 1}.png`, picture.blob, picture.hidden);
      changed();
    },
    context,
    async send(locale) {
      if (!config || !draft.category || isBusy(submission)) return;
      const fields = askedFields(config.fields, draft.category);
      const order: Order = {
        key: deps.newId(),
        signed: deps.signed(),
        ticket: {
          category: draft.category,
          answers: answersToSend(fields, draft.answers),
          context: context(),
          articles: [...draft.articles],
          locale,
        },
        files: shelf.files.map(({ localId, name }) => ({ localId, name })),
      };
      keepOrder(storage, order);
      setSubmission({ phase: 'sending', attempt: 1 });
      await (await senderAtLast()).send(order, shelf.files);
    },
    resume() {
      if (pendingOrder(storage)?.signed === deps.signed() && !isBusy(submission))
        void senderAtLast().then(({ resume }) => resume(deps.signed()));
    },
    startOver() {
      submission = { phase: 'writing' };
      void sender?.then(({ writeOn }) => writeOn());
      if (!isWritten(draft)) draft = emptyDraft;
      changed();
    },
  };
}
