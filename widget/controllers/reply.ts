import { inTurns } from '#widget/controllers/in-turn.ts';
import type { MessageView } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import { emptyDraft, type Draft } from '#widget/controllers/draft.ts';
import { createFileShelf, type FileShelf } from '#widget/controllers/file-shelf.ts';
import { isReady, type KeptFile } from '#widget/controllers/files.ts';
import type { Parcel } from '#widget/controllers/order.ts';
import { createSender } from '#widget/controllers/sender.ts';
import type { Submission } from '#widget/controllers/submission.ts';
import type { Keeper } from '#widget/keeping/keeper.ts';
import { takePlainReply } from '#widget/keeping/plain-past.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** The answer that somebody writes to one of their requests: kept while it is written, sent once. */
export interface Reply {
  readonly text: string;
  readonly shelf: FileShelf;
  readonly submission: Submission<MessageView>;
  /** Whether it is on its way, or about to be. */
  readonly going: boolean;
  /** Settles when what is on its way has come to an end. */
  readonly underway: Promise<void>;
  /** False where nothing survives a reload. */
  readonly durable: boolean;
  /** Everything written by now is kept. */
  readonly kept: boolean;
  /** Names of files that a reload took. */
  readonly lostFiles: readonly string[];
  write(text: string): void;
  send(): Promise<void>;
  /** Goes on with what an earlier page could not deliver. */
  goOn(key: string): Promise<void>;
  /** Another tab has kept something newer: it is shown here where nothing was written since. */
  takeOver(): Promise<void>;
}

export interface ReplyDeps {
  readonly api: Pick<Api, 'upload' | 'reply'>;
  readonly keeper: Promise<Keeper>;
  /** Holds what an earlier release left in plain. */
  readonly storage: KeyedStorage;
  /** @throws where the host does not say at present who is there */
  readonly person: () => Promise<string>;
  readonly pause: (seconds: number) => Promise<void>;
  /** Runs alone of all tabs, in its turn. */
  readonly alone: (name: string, act: () => Promise<void>) => Promise<void>;
  readonly newId: () => string;
  readonly changed: () => void;
}

const textOf = ({ answers }: Draft) => String(answers['text'] ?? '');

/** The reply as its person has left it. @param owner who writes it @param to id of the request */
export async function openReply(deps: ReplyDeps, owner: string, to: string): Promise<Reply> {
  const keeper = await deps.keeper;
  let text = '';
  let lostFiles: readonly string[] = [];
  let going = false;
  /** Changes so far, and how many of them are stored. */
  let changes = 0;
  let stored = 0;
  let queued = false;
  /** Whether anything was written here since it was last filled from what was kept. */
  let touched = false;
  let underway: Promise<void> = Promise.resolve();

  const draftOf = (): Draft => ({
    ...emptyDraft,
    answers: { text },
    fileNames: shelf.files.map(({ name }) => name),
  });
  const show = (draft: Draft, files: readonly KeptFile[], lost: readonly string[] = []) => {
    text = textOf(draft);
    touched = false;
    stored = changes;
    lostFiles = lost;
    shelf.put(files);
    deps.changed();
  };

  const isIdle = () => !touched && !going;
  /** Shows what lies there by now, nothing included. */
  async function bringBack() {
    const kept = await keeper.draft(owner, to);
    if (isIdle()) show(kept?.draft ?? emptyDraft, kept?.files ?? [], kept?.lost);
  }

  const inTurn = inTurns();

  async function store() {
    queued = false;
    if (going) return;
    const upTo = changes;
    const files = shelf.files.filter(isReady);
    await keeper.keepDraft(owner, { draft: draftOf(), files }, [], to);
    stored = upTo;
    deps.changed();
  }
  const keep = () => {
    changes += 1;
    touched = true;
    if (!going && !queued) {
      queued = true;
      void inTurn(store);
    }
    deps.changed();
  };
  const shelf = createFileShelf(deps.newId, keep, () => going);

  const sender = createSender<Parcel, MessageView>({
    upload: deps.api.upload,
    bodyOf: ({ draft }, attachments) => ({ text: textOf(draft).trim(), attachments }),
    post: ({ key }, body) => deps.api.reply(to, body, key),
    pause: deps.pause,
    changed: deps.changed,
    uploading: (localId, part) => shelf.change(localId, part),
    mine: async () => (await deps.person()) === owner,
    keep: (parcel) => keeper.goOn(owner, parcel),
    delivered: (parcel) => keeper.forget(owner, parcel),
    refused: (parcel) => keeper.giveBack(owner, parcel),
  });

  async function deliver(parcel: Parcel, files: readonly KeptFile[]) {
    going = true;
    await sender.run(parcel, files).finally(() => (going = false));
    const { phase } = sender.state;
    if (phase === 'delivered') sender.writeOn();
    if (phase === 'refused') return keep();
    show(emptyDraft, []);
    await bringBack();
  }

  /** What is under way is one thing, from here or from an earlier page. */
  const watched = (act: Promise<void>): Promise<void> => {
    underway = act.catch(() => undefined);
    return act;
  };

  async function send() {
    // what was not taken meanwhile would be missed: its person has not seen that
    if (!(await shelf.whole())) {
      going = false;
      return keep();
    }
    const { files } = shelf;
    const parcel: Parcel = {
      key: deps.newId(),
      person: owner,
      to,
      files: files.map(({ localId, name }) => ({ localId, name })),
      draft: draftOf(),
    };
    await inTurn(() => keeper.begin(owner, parcel, files));
    await deps.alone(`${owner}/${parcel.key}`, () => deliver(parcel, files));
  }

  const past = takePlainReply(deps.storage, owner, to);
  if (past?.body) await keeper.begin(owner, past, []);
  if (past && !past.body) show(past.draft, []);
  else await bringBack();

  const reply: Reply = {
    get text() {
      return text;
    },
    shelf,
    get submission() {
      return sender.state;
    },
    get going() {
      return going;
    },
    get underway() {
      return underway;
    },
    get durable() {
      return keeper.durable;
    },
    get kept() {
      return stored === changes && shelf.files.every(isReady);
    },
    get lostFiles() {
      return lostFiles;
    },
    write(next) {
      if (going) return;
      text = next;
      keep();
    },
    async send() {
      if (going || !text.trim()) return;
      going = true;
      deps.changed();
      await watched(send()).finally(() => {
        going = false;
        deps.changed();
      });
    },
    async goOn(key) {
      const left = await keeper.order(owner, { key, to });
      // what was written here meanwhile is kept until that has arrived
      if (stored !== changes) await inTurn(store);
      if (!left || going) return;
      show(left.draft, left.files);
      await watched(deliver(left.order, left.files));
    },
    takeOver: () => inTurn(bringBack),
  };
  if (past?.body) void deps.alone(`${owner}/${past.key}`, () => reply.goOn(past.key));
  return reply;
}
