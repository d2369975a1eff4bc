import { openReply, type Reply, type ReplyDeps } from '#widget/controllers/reply.ts';

/** Replies of whoever is there, one a request: they go on whether anybody looks at them or not. */
export interface Replies {
  /** The reply to a request. @throws where the host does not say at present who is there */
  to(id: string): Promise<Reply>;
  /** Another tab has kept something newer. */
  takeOver(): Promise<void>;
  /** Goes on with those that an earlier page could not deliver. */
  resume(): Promise<void>;
}

export function createReplies(deps: ReplyDeps): Replies {
  const open = new Map<string, Promise<Reply>>();

  async function to(id: string): Promise<Reply> {
    const owner = await deps.person();
    const name = `${owner}/${id}`;
    const reply = open.get(name) ?? openReply(deps, owner, id);
    open.set(name, reply);
    // what could not be read now is read when it is asked for again
    reply.catch(() => open.delete(name));
    return reply;
  }

  return {
    to,
    async takeOver() {
      for (const reply of open.values()) await (await reply).takeOver();
    },
    async resume() {
      const owner = await deps.person();
      for (const { key, to: id } of await (await deps.keeper).waiting(owner)) {
        if (id === undefined) continue;
        const reply = await to(id);
        if (!reply.going)
          void deps.alone(`${owner}/${key}`, () => reply.goOn(key)).catch(() => undefined);
      }
    },
  };
}
