import { announce } from '#server/demo/portal/announce.ts';
import type { Added, VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { takeId, type World } from '#server/demo/portal/world.ts';

type Task = Pick<Added, 'id' | 'fields'>;

/** Words below one task, the oldest first: messages of its chat, or its comments. */
export function wordsBelow(portal: VirtualPortal, task: Task): Added[] {
  const chatId = task.fields['chatId'];
  return portal.added.filter(({ kind, fields }) =>
    chatId === undefined
      ? kind === 'task.comment' && fields['TASK_ID'] === String(task.id)
      : kind === 'chat.message' && fields['chat_id'] === chatId,
  );
}

/**
 * Somebody says something below a task, by hand or through the API: whoever listens hears of both. In a chat the
 * event names no comment but a message.
 */
export function sayInTask(
  world: World,
  portal: VirtualPortal,
  task: Task,
  text: string,
  userId: number,
): number {
  const id = takeId(world);
  const chatId = task.fields['chatId'];
  portal.added.push(
    chatId === undefined
      ? {
          kind: 'task.comment',
          id,
          fields: { TASK_ID: String(task.id), AUTHOR_ID: String(userId), POST_MESSAGE: text },
        }
      : { kind: 'chat.message', id, fields: { chat_id: chatId, author_id: userId, text } },
  );
  const TASK_ID = task.id;
  const data = {
    FIELDS_BEFORE: 'undefined',
    FIELDS_AFTER: chatId === undefined ? { ID: id, TASK_ID } : { ID: 0, TASK_ID, MESSAGE_ID: id },
    IS_ACCESSIBLE_BEFORE: 'undefined',
    IS_ACCESSIBLE_AFTER: 'undefined',
  };
  announce(world, portal, 'ONTASKCOMMENTADD', data, userId);
  return id;
}
