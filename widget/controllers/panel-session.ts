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
import { createSender, pendingOrder, type Sender } from '#widget/controllers/sender.ts';
import { answersToSend, askedFields } from '#widget/form/validate.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** The writing and sending of one person's request: draft, files, context, submission. */
export interface PanelSession {
  readonly config: WidgetConfig | undefined;
  readonly configFailure: ApiFailure | undefined;
  readonly draft: Draft;
  readonly shelf: FileShelf;
  /** False where nothing survives a reload. */
  readonly durable: boolean;
  /** Names of files that a reload took. */
  readonly lostFiles: readonly string[];
  readonly capturing: 'no' | 'running' | 'failed';
  readonly sender: Sender;
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

export function createPanelSession(deps: SessionDeps): PanelSession {
  const { api, storage, changed } = deps;
  let config: WidgetConfig | undefined;
  let configFailure: ApiFailure | undefined;
  let clockSkewMs = 0;
  let draft = readDraft(storage);
  let lostFiles = pendingOrder(storage) ? [] : draft.fileNames;
  let capturing: PanelSession['capturing'] = 'no';

  const shelf = createFileShelf(deps.newId, () => write(draft));
  const write = (next: Draft) => {
    draft = { ...next, fileNames: shelf.files.map(({ name }) => name) };
    if (!pendingOrder(storage)) keepDraft(storage, draft);
    changed();
  };

  const sender = createSender({
    api,
    storage,
    pause: deps.pause,
    uploading: (localId, progress) => shelf.change(localId, { progress }),
    changed(state) {
      if (state.phase === 'refused' && state.file) shelf.change(state.file, { failed: true });
      if (state.phase === 'delivered') {
        lostFiles = [];
        draft = emptyDraft;
        shelf.clear();
      }
      changed();
    },
  });

  const context = () => {
    const { appVersion, extra } = deps.environment();
    return withdraw(describeEnvironment(readPage(window), appVersion, extra), draft.withdrawn);
  };

  const add = (to: FileShelf, name: string, blob: Blob, hidden?: number) => {
    if (config) to.add(name, blob, config.limits, config.locale, hidden);
  };

  return {
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
    sender,
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
      if (!config || !draft.category) return;
      const fields = askedFields(config.fields, draft.category);
      await sender.send(
        {
          key: deps.newId(),
          signed: deps.signed(),
          ticket: {
            category: draft.category,
            answers: answersToSend(fields, draft.answers),
            context: context(),
            locale,
          },
          files: shelf.files.map(({ localId, name }) => ({ localId, name })),
        },
        shelf.files,
      );
    },
    startOver() {
      sender.writeOn();
      if (!isWritten(draft)) draft = emptyDraft;
      changed();
    },
  };
}
