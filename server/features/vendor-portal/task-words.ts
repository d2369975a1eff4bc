import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { CallFailure, CallPortal } from '#server/features/vendor-portal/call-vendor-portal.ts';
import { unreadable } from '#server/features/vendor-portal/push.ts';

/** What somebody said below a task. */
export interface TaskWords {
  /** A comment of the task, or a message of its chat: their numbers are not of one row. */
  readonly place: 'task' | 'chat';
  readonly id: number;
  /** Number of a person of the portal. */
  readonly author: string;
  readonly text: string;
}

type Words = Result<readonly TaskWords[], CallFailure>;

const readTask = z.object({
  task: z.object({ chatId: z.coerce.number().nullable().optional() }),
});

/**
 * What people said below a task, the newest first; what the portal says there itself is left out. Since version
 * 25.700.0 of the module `tasks` a task is talked over in a chat, which is read with the scope `im`; before it
 * there were comments. Which of them it is only the task says.
 *
 * @param isKnown where to stop: this and what is older was read before
 */
export async function wordsBelowTask(
  call: CallPortal,
  taskId: number,
  isKnown: (words: TaskWords) => boolean = () => false,
): Promise<Words> {
  const got = await call('tasks.task.get', { taskId, select: ['ID', 'CHAT_ID'] });
  if (!got.ok) return got;
  const read = readTask.safeParse(got.value);
  if (!read.success) return unreadable;
  const { chatId } = read.data.task;
  return chatId ? messagesOf(call, chatId, isKnown) : commentsBelow(call, taskId);
}

const readComments = z.array(
  z.object({
    ID: z.coerce.number(),
    AUTHOR_ID: z.coerce.string().default(''),
    POST_MESSAGE: z.string().nullable().default(''),
  }),
);

async function commentsBelow(call: CallPortal, taskId: number): Promise<Words> {
  const listed = await call('task.commentitem.getlist', { TASKID: taskId, ORDER: { ID: 'desc' } });
  if (!listed.ok) return listed;
  const read = readComments.safeParse(listed.value);
  if (!read.success) return unreadable;
  return succeed(
    read.data.map(({ ID: id, AUTHOR_ID: author, POST_MESSAGE: text }) => ({
      place: 'task' as const,
      id,
      author,
      text: text ?? '',
    })),
  );
}

const atOnce = 50;
/** So much of a chat is read back at most. */
const mostPages = 20;
const readMessages = z.object({
  messages: z.array(
    z.object({
      id: z.coerce.number(),
      author_id: z.coerce.number(),
      text: z.string().nullable().default(''),
      // PHP writes an empty map as a list
      params: z.unknown().optional(),
    }),
  ),
});
const deleted = z.object({ IS_DELETED: z.literal('Y') });

async function messagesOf(
  call: CallPortal,
  chatId: number,
  isKnown: (words: TaskWords) => boolean,
): Promise<Words> {
  const words: TaskWords[] = [];
  let before: number | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const listed = await call('im.dialog.messages.get', {
      DIALOG_ID: `chat${chatId}`,
      LAST_ID: before,
      LIMIT: atOnce,
    });
    // somebody has to widen the webhook: until then all else goes on
    if (!listed.ok)
      return listed.failure.code === 'insufficient_scope'
        ? fail({ kind: 'never', code: 'insufficient_scope' })
        : listed;
    const read = readMessages.safeParse(listed.value);
    if (!read.success) return unreadable;
    const { messages } = read.data;
    const said = messages
      .filter(({ author_id: author, params }) => author !== 0 && !deleted.safeParse(params).success)
      .map(({ id, author_id: author, text }) => ({
        place: 'chat' as const,
        id,
        author: String(author),
        text: text ?? '',
      }))
      .toSorted((one, other) => other.id - one.id);
    words.push(...said);
    if (messages.length < atOnce || said.some(isKnown)) break;
    before = Math.min(...messages.map(({ id }) => id));
  }
  return succeed(words);
}

/**
 * Says something below a task. The method of the older comments does it in a chat, too, and needs nothing but the
 * scope `task`; what it answers there is not the message's number, which is why a mark in the words finds them.
 */
export async function sayBelowTask(
  call: CallPortal,
  taskId: number,
  text: string,
): Promise<Result<void, CallFailure>> {
  const added = await call('task.commentitem.add', {
    TASKID: taskId,
    FIELDS: { POST_MESSAGE: text },
  });
  return added.ok ? succeed(undefined) : added;
}

/** Takes words back that we said below a task. */
export async function takeBack(
  call: CallPortal,
  taskId: number,
  { place, id }: Pick<TaskWords, 'place' | 'id'>,
): Promise<Result<void, CallFailure>> {
  const gone =
    place === 'chat'
      ? await call('im.message.delete', { MESSAGE_ID: id })
      : await call('task.commentitem.delete', { TASKID: taskId, ITEMID: id });
  return gone.ok ? succeed(undefined) : gone;
}
