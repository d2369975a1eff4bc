import { fail } from '#shared/result.ts';
import { refuse } from '#server/demo/portal/refusal.ts';
import {
  answered,
  mapOf,
  textOf,
  upperCased,
  type Call,
  type Methods,
} from '#server/demo/portal/rest/method.ts';
import { sayInTask, wordsBelow } from '#server/demo/portal/say-in-task.ts';
import type { Added } from '#server/demo/portal/virtual-portal.ts';

/**
 * What is said below a task. Where tasks have chats, a comment can be added as before, and all else goes through
 * the chat.
 */
export const talkMethods: Methods = {
  'task.commentitem.add': { scopes: ['task'], intranet: true, run: addComment },
  'task.commentitem.getlist': { scopes: ['task'], intranet: true, run: listComments },
  'task.commentitem.delete': { scopes: ['task'], intranet: true, run: deleteComment },
  'im.dialog.messages.get': { scopes: ['im'], run: listMessages },
  'im.message.delete': { scopes: ['im'], run: deleteMessage },
};

const noTask = refuse(400, 'ERROR_CORE', 'Insufficient permissions to add a comment.<br>');
const noAction = refuse(
  400,
  'ERROR_CORE',
  'TASKS_ERROR_EXCEPTION_#8; Action failed; 8/TE/ACTION_FAILED_TO_BE_PROCESSED',
);
const noAccess = refuse(400, 'ACCESS_ERROR', 'You do not have access to the specified dialog');

const taskOf = ({ portal, params }: Call) =>
  portal.added.find(({ kind, id }) => kind === 'task' && String(id) === textOf(params['TASKID']));

function addComment(call: Call) {
  const { world, portal, person, params } = call;
  const task = taskOf(call);
  if (!task) return fail(noTask);
  const text = textOf(mapOf(params['FIELDS'])['POST_MESSAGE']);
  if (text === '') return fail(refuse(400, 'ERROR_CORE', 'Comment text not specified'));
  return answered(sayInTask(world, portal, task, text, person.id));
}

function listComments(call: Call) {
  const { portal } = call;
  const task = taskOf(call);
  // what it does in a new card nobody says: nothing that helps
  if (!task || portal.manners.taskChats) return fail(noAction);
  return answered(
    wordsBelow(portal, task)
      .toReversed()
      .map(({ id, fields }) => ({
        POST_MESSAGE_HTML: null,
        ID: String(id),
        AUTHOR_ID: fields['AUTHOR_ID'],
        AUTHOR_NAME: '',
        AUTHOR_EMAIL: '',
        POST_MESSAGE: fields['POST_MESSAGE'],
        ATTACHED_OBJECTS: [],
      })),
  );
}

function deleteComment(call: Call) {
  const { portal, params } = call;
  const task = taskOf(call);
  const place = portal.added.findIndex(
    ({ kind, id }) => kind === 'task.comment' && String(id) === textOf(params['ITEMID']),
  );
  if (!task || place < 0) return fail(noAction);
  portal.added.splice(place, 1);
  return answered(true);
}

const usualCount = 20;

/** The newest messages, or those before one, the newest first. A deleted one stays, and says nothing. */
function listMessages({ portal, params }: Call) {
  const asked = upperCased(params);
  const dialog = textOf(asked['DIALOG_ID']);
  if (dialog === '') return fail(refuse(400, 'DIALOG_ID_EMPTY', "Dialog ID can't be empty"));
  const chatId = Number(/^chat(\d+)$/.exec(dialog)?.[1]);
  if (!portal.added.some(({ kind, fields }) => kind === 'task' && fields['chatId'] === chatId))
    return fail(noAccess);
  const before = Number(textOf(asked['LAST_ID'])) || Infinity;
  const messages = portal.added
    .filter(
      ({ kind, id, fields }) =>
        kind === 'chat.message' && fields['chat_id'] === chatId && id < before,
    )
    .toReversed()
    .slice(0, Number(textOf(asked['LIMIT'])) || usualCount)
    .map(({ id, fields }: Added) => ({ id, date: '', params: null, ...fields }));
  return answered({ chat_id: chatId, messages, users: [], files: [] });
}

function deleteMessage({ portal, params, person }: Call) {
  const id = Number(textOf(upperCased(params)['MESSAGE_ID']));
  if (!id) return fail(refuse(400, 'MESSAGE_ID_ERROR', "Message ID can't be empty"));
  const found = portal.added.find((one) => one.kind === 'chat.message' && one.id === id);
  if (!found || found.fields['author_id'] !== person.id)
    return fail(refuse(400, 'CANT_EDIT_MESSAGE', 'You do not have access to edit this message'));
  Object.assign(found.fields, { text: '', params: { IS_DELETED: 'Y' } });
  return answered(true);
}
