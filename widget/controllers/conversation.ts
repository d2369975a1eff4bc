import type { Locale } from '#shared/vocabulary.ts';
import type { RequesterAct } from '#shared/wire/requester-act.ts';
import type { TicketThread } from '#shared/wire/ticket.ts';
import type { Answer, ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';
import type { TokenSource } from '#widget/api/identity.ts';
import { createFileShelf, type FileShelf } from '#widget/controllers/file-shelf.ts';
import { sendOwnAct } from '#widget/controllers/own-act.ts';
import type { Reply } from '#widget/controllers/reply.ts';
import { retryDelaySeconds } from '#widget/controllers/submission.ts';
import { personOf } from '#widget/keeping/person.ts';

/** One request with its messages, and the reply to it. */
export interface Conversation {
  readonly thread: TicketThread | undefined;
  readonly failure: ApiFailure | undefined;
  /** Once its code and what was kept of it are there. */
  readonly reply: Reply | undefined;
  /** Files of the reply, or of what else is sent beside the request. */
  readonly shelf: FileShelf;
  /** Asks again for the messages. */
  refresh(): Promise<void>;
  send(): Promise<void>;
  /** Whether somebody else is there by now than whoever has opened it, or nobody can tell. */
  isOthers(): Promise<boolean>;
  /** Whether somebody else is known to be there by now. */
  hasLeft(): Promise<boolean>;
  /** Does something else with the request than writing, and asks for what came of it. */
  act(act: RequesterAct, waiting: (why: ApiFailure) => void): Promise<Answer<unknown>>;
}

export interface ConversationDeps {
  readonly id: string;
  readonly api: Pick<Api, 'thread' | 'act'>;
  readonly tokens: Pick<TokenSource, 'vouched'>;
  /** @throws without a connection, and where nobody knows who is there */
  readonly replyTo: (id: string) => Promise<Reply>;
  readonly locale: () => Locale;
  readonly newId: () => string;
  readonly pause: (seconds: number) => Promise<void>;
  readonly changed: () => void;
}

export function createConversation(deps: ConversationDeps): Conversation {
  const { id, api, changed } = deps;
  let thread: TicketThread | undefined;
  let failure: ApiFailure | undefined;
  let reply: Reply | undefined;
  const spare = createFileShelf(deps.newId, changed, () => false);
  let followed: Promise<void> | undefined;
  const person = () => personOf(deps.tokens).catch(() => undefined);
  const owner = person();

  async function hasLeft() {
    const [first, now] = [await owner, await person()];
    return first !== undefined && now !== undefined && first !== now;
  }

  async function load() {
    const answer = await api.thread(id, deps.locale());
    failure = answer.ok ? undefined : answer.failure;
    if (answer.ok) thread = answer.value;
    changed();
  }

  async function findReply() {
    for (let attempt = 1; !reply; attempt += 1) {
      reply = await deps.replyTo(id).catch(() => undefined);
      if (!reply) await deps.pause(retryDelaySeconds(attempt));
    }
    changed();
  }
  void findReply();

  /** What arrives meanwhile, sent by this page or an earlier one, is shown. */
  async function follow() {
    if (!reply?.going || followed === reply.underway) return;
    followed = reply.underway;
    await followed;
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
    get shelf() {
      return reply?.shelf ?? spare;
    },
    async refresh() {
      await load();
      await follow();
    },
    async send() {
      void reply?.send();
      await follow();
    },
    async isOthers() {
      const now = await person();
      return now === undefined || now !== (await owner);
    },
    hasLeft,
    async act(act, waiting) {
      const send = (body: string, key: string) => api.act(id, body, key);
      const key = deps.newId();
      const answer = await sendOwnAct({
        send,
        act,
        key,
        pause: deps.pause,
        waiting,
        left: hasLeft,
      });
      await load();
      return answer;
    },
  };
}
