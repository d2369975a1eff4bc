import type { Locale } from '#shared/vocabulary.ts';
import type { TicketSummary, TicketThread } from '#shared/wire/ticket.ts';
import { isTransient, type ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';
import { createFileShelf, type FileShelf } from '#widget/controllers/file-shelf.ts';
import { retryDelaySeconds } from '#widget/controllers/submission.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** A reply in the making; kept until delivered. `key` is there once it was sent. */
export interface ReplyDraft {
  readonly text: string;
  readonly key?: string;
  /** Ids of files the server already has. */
  readonly uploaded?: Readonly<Record<string, string>>;
}

/** The person's own requests: list, one conversation, replies. */
export interface OwnTickets {
  readonly list: readonly TicketSummary[] | undefined;
  readonly listFailure: ApiFailure | undefined;
  readonly thread: TicketThread | undefined;
  readonly threadFailure: ApiFailure | undefined;
  readonly reply: ReplyDraft;
  readonly files: FileShelf;
  /** Why the reply has not gone yet, or was refused. */
  readonly replyFailure: ApiFailure | undefined;
  unread(): number;
  loadList(): Promise<void>;
  openThread(id: string): Promise<void>;
  /** Fetches the open conversation again. */
  refreshThread(): Promise<void>;
  leaveThread(): void;
  write(text: string): void;
  send(): Promise<void>;
}

export interface OwnTicketsDeps {
  readonly api: Pick<Api, 'tickets' | 'thread' | 'reply' | 'upload'>;
  readonly storage: KeyedStorage;
  readonly locale: () => Locale;
  readonly known: () => boolean;
  readonly newId: () => string;
  readonly pause: (seconds: number) => Promise<void>;
  readonly changed: () => void;
}

export function createOwnTickets(deps: OwnTicketsDeps): OwnTickets {
  const { api, storage, changed } = deps;
  const files = createFileShelf(deps.newId, changed);
  let list: readonly TicketSummary[] | undefined;
  let listFailure: ApiFailure | undefined;
  let openId: string | undefined;
  let thread: TicketThread | undefined;
  let threadFailure: ApiFailure | undefined;
  let reply: ReplyDraft = { text: '' };
  let replyFailure: ApiFailure | undefined;

  const keepReply = (id: string, next: ReplyDraft) => {
    if (next.text || next.key) storage.set(`reply:${id}`, JSON.stringify(next));
    else storage.remove(`reply:${id}`);
    if (id === openId) reply = next;
    changed();
  };

  async function refreshThread() {
    const id = openId;
    if (!id) return;
    const answer = await api.thread(id, deps.locale());
    if (id !== openId) return;
    threadFailure = answer.ok ? undefined : answer.failure;
    if (answer.ok) {
      thread = answer.value;
      list = list?.map((row) => (row.id === id ? { ...row, unread: false } : row));
    }
    changed();
  }

  /** Uploads what is not there yet; undefined after a refusal. */
  async function uploadAll(id: string, start: ReplyDraft): Promise<ReplyDraft | undefined> {
    let draft = start;
    for (const { localId, name, blob } of files.files) {
      for (let attempt = 1; draft.uploaded?.[localId] === undefined; attempt += 1) {
        const answer = await api.upload(blob, name, (progress) =>
          files.change(localId, { progress }),
        );
        if (answer.ok)
          keepReply(
            id,
            (draft = { ...draft, uploaded: { ...draft.uploaded, [localId]: answer.value.id } }),
          );
        else if (isTransient(answer.failure)) await waitAfter(answer.failure, attempt);
        else {
          files.change(localId, { failed: true });
          return void (replyFailure = answer.failure);
        }
      }
    }
    return draft;
  }

  async function waitAfter(failure: ApiFailure, attempt: number) {
    replyFailure = failure;
    changed();
    await deps.pause(retryDelaySeconds(attempt));
  }

  async function deliver(id: string, key: string) {
    const draft = await uploadAll(id, reply);
    if (!draft) return keepReply(id, { text: reply.text });
    const attachments = Object.values(draft.uploaded ?? {});
    const body = JSON.stringify({ text: draft.text.trim(), attachments });
    for (let attempt = 1; ; attempt += 1) {
      const answer = await api.reply(id, body, key);
      replyFailure = answer.ok ? undefined : answer.failure;
      if (answer.ok) {
        files.clear();
        keepReply(id, { text: '' });
        return refreshThread();
      }
      if (!isTransient(answer.failure)) return keepReply(id, { text: draft.text });
      await waitAfter(answer.failure, attempt);
    }
  }

  return {
    get list() {
      return list;
    },
    get listFailure() {
      return listFailure;
    },
    get thread() {
      return thread;
    },
    get threadFailure() {
      return threadFailure;
    },
    get reply() {
      return reply;
    },
    files,
    get replyFailure() {
      return replyFailure;
    },
    unread: () => list?.filter((row) => row.unread).length ?? 0,
    async loadList() {
      if (!deps.known()) {
        list = [];
        return changed();
      }
      const answer = await api.tickets();
      listFailure = answer.ok ? undefined : answer.failure;
      if (answer.ok) list = answer.value.tickets;
      changed();
    },
    async openThread(id) {
      openId = id;
      thread = undefined;
      threadFailure = replyFailure = undefined;
      files.clear();
      try {
        reply = { text: '', ...JSON.parse(storage.get(`reply:${id}`) ?? '{}') };
      } catch {
        reply = { text: '' };
      }
      await refreshThread();
      if (openId === id && reply.key) await deliver(id, reply.key);
    },
    refreshThread,
    leaveThread() {
      openId = undefined;
    },
    write(text) {
      if (openId && !reply.key) keepReply(openId, { ...reply, text });
    },
    async send() {
      if (!openId || reply.key || !reply.text.trim()) return;
      const key = deps.newId();
      keepReply(openId, { ...reply, key });
      await deliver(openId, key);
    },
  };
}
