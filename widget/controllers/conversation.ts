import type { Locale } from '#shared/vocabulary.ts';
import type { RequesterAct } from '#shared/wire/requester-act.ts';
import type { TicketThread } from '#shared/wire/ticket.ts';
import { isTransient, type Answer, type ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';
import { createFileShelf, type FileShelf } from '#widget/controllers/file-shelf.ts';
import { sendOwnAct } from '#widget/controllers/own-act.ts';
import { retryDelaySeconds } from '#widget/controllers/submission.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** A reply in the making, kept until delivered. `key` is there once it was sent. */
export interface ReplyDraft {
  readonly text: string;
  readonly key?: string;
  /** Ids of files the server already has, by local id. */
  readonly uploaded?: Readonly<Record<string, string>>;
}

/** One request with its messages, and the reply to it. */
export interface Conversation {
  readonly thread: TicketThread | undefined;
  readonly failure: ApiFailure | undefined;
  readonly reply: ReplyDraft;
  readonly shelf: FileShelf;
  /** Why the reply has not gone yet, or was refused. */
  readonly replyFailure: ApiFailure | undefined;
  /** Asks again for the messages; goes on with a reply that an earlier page could not deliver. */
  refresh(): Promise<void>;
  write(text: string): void;
  send(): Promise<void>;
  /** Does something else with the request than writing, and asks for what came of it. */
  act(act: RequesterAct, waiting: (why: ApiFailure) => void): Promise<Answer<unknown>>;
}

export interface ConversationDeps {
  readonly id: string;
  readonly api: Pick<Api, 'thread' | 'reply' | 'act' | 'upload'>;
  readonly storage: KeyedStorage;
  readonly locale: () => Locale;
  readonly newId: () => string;
  readonly pause: (seconds: number) => Promise<void>;
  readonly changed: () => void;
}

export function createConversation(deps: ConversationDeps): Conversation {
  const { id, api, storage, changed } = deps;
  const shelf = createFileShelf(deps.newId, changed);
  const name = `reply:${id}`;
  let thread: TicketThread | undefined;
  let failure: ApiFailure | undefined;
  let replyFailure: ApiFailure | undefined;
  let reply = readReply(storage.get(name));
  let delivering = false;
  /** Where files go on that have not arrived whole, by local id. */
  const places = new Map<string, string>();

  const keep = (next: ReplyDraft) => {
    reply = next;
    if (next.text || next.key) storage.set(name, JSON.stringify(next));
    else storage.remove(name);
    changed();
  };

  const waitAfter = async (why: ApiFailure, attempt: number) => {
    replyFailure = why;
    changed();
    await deps.pause(retryDelaySeconds(attempt));
  };

  /** Sends every file once; false after a refusal. */
  async function uploadAll(): Promise<boolean> {
    for (const { localId, name: fileName, blob } of shelf.files) {
      for (let attempt = 1; reply.uploaded?.[localId] === undefined; attempt += 1) {
        const answer = await api.upload({
          file: blob,
          name: fileName,
          at: places.get(localId),
          placed: async (at) => void (at ? places.set(localId, at) : places.delete(localId)),
          progress: (progress) => shelf.change(localId, { progress }),
        });
        if (answer.ok)
          keep({ ...reply, uploaded: { ...reply.uploaded, [localId]: answer.value.id } });
        else if (isTransient(answer.failure)) await waitAfter(answer.failure, attempt);
        else {
          shelf.change(localId, { failed: true });
          replyFailure = answer.failure;
          return false;
        }
      }
    }
    return true;
  }

  async function deliver(key: string): Promise<void> {
    const back = () => keep({ text: reply.text });
    if (!(await uploadAll())) return back();
    const attachments = Object.values(reply.uploaded ?? {});
    const body = JSON.stringify({ text: reply.text.trim(), attachments });
    for (let attempt = 1; ; attempt += 1) {
      const answer = await api.reply(id, body, key);
      replyFailure = answer.ok ? undefined : answer.failure;
      if (answer.ok) {
        keep({ text: '' });
        return shelf.clear();
      }
      if (!isTransient(answer.failure)) return back();
      await waitAfter(answer.failure, attempt);
    }
  }

  async function load() {
    const answer = await api.thread(id, deps.locale());
    failure = answer.ok ? undefined : answer.failure;
    if (answer.ok) thread = answer.value;
    changed();
  }

  async function go(key: string) {
    if (delivering) return;
    delivering = true;
    await deliver(key);
    delivering = false;
    await load();
  }

  return {
    get thread() {
      return thread;
    },
    get failure() {
      return failure;
    },
    get reply() {
      return reply;
    },
    shelf,
    get replyFailure() {
      return replyFailure;
    },
    async refresh() {
      await load();
      if (reply.key) await go(reply.key);
    },
    write(text) {
      if (!reply.key) keep({ ...reply, text });
    },
    async send() {
      if (reply.key || !reply.text.trim()) return;
      const key = deps.newId();
      keep({ text: reply.text, key });
      await go(key);
    },
    async act(act, waiting) {
      const send = (body: string, key: string) => api.act(id, body, key);
      const key = deps.newId();
      const answer = await sendOwnAct({ send, act, key, pause: deps.pause, waiting });
      await load();
      return answer;
    },
  };
}

function readReply(kept: string | undefined): ReplyDraft {
  try {
    return { text: '', ...JSON.parse(kept ?? '{}') };
  } catch {
    return { text: '' };
  }
}
