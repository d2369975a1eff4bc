import { fail } from '#shared/result.ts';
import { changeTask } from '#server/demo/portal/change-item.ts';
import { dateAtom } from '#server/demo/portal/php.ts';
import { appRequired, refuse } from '#server/demo/portal/refusal.ts';
import {
  answered,
  mapOf,
  textOf,
  type Call,
  type Methods,
} from '#server/demo/portal/rest/method.ts';
import { originOf } from '#server/demo/portal/virtual-portal.ts';
import { epochSeconds, takeId } from '#server/demo/portal/world.ts';

/** Tasks, files and the feed. */
export const workMethods: Methods = {
  'tasks.task.add': { scopes: ['task'], intranet: true, run: addTask },
  'tasks.task.list': { scopes: ['task'], intranet: true, run: listTasks },
  'tasks.task.get': { scopes: ['task'], intranet: true, run: getTask },
  'tasks.task.update': { scopes: ['task'], intranet: true, run: updateTask },
  'tasks.task.result.list': { scopes: ['task'], intranet: true, run: listResults },
  'disk.storage.getforapp': { scopes: ['disk'], run: storage },
  'disk.folder.uploadfile': { scopes: ['disk'], run: upload },
  'log.blogpost.add': { scopes: ['log'], intranet: true, run: addPost },
};

const firstChat = 90_000;

function addTask({ world, portal, person, params }: Call) {
  const fields = mapOf(params['fields']);
  const title = textOf(fields['TITLE']);
  const responsible = textOf(fields['RESPONSIBLE_ID']);
  if (title === '') return fail(refuse(400, 'ERROR_CORE', 'The field TITLE is required.'));
  if (responsible === '')
    return fail(refuse(400, 'ERROR_CORE', 'The field RESPONSIBLE_ID is required.'));
  const deadline = Date.parse(textOf(fields['DEADLINE']));
  // numbers of tasks travel as strings
  const id = takeId(world);
  const task = {
    id: String(id),
    title,
    status: '2',
    priority: '1',
    createdBy: textOf(fields['CREATED_BY']) || String(person.id),
    responsibleId: responsible,
    createdDate: dateAtom(epochSeconds(world), portal.hoursEast),
    deadline: Number.isNaN(deadline) ? null : dateAtom(deadline / 1000, portal.hoursEast),
  };
  const chat = portal.manners.taskChats && { chatId: firstChat + id };
  portal.added.push({ kind: 'task', id, fields: { ...fields, ...task, ...chat } });
  return answered({ task });
}

/** That a task is found by `XML_ID` is written nowhere but in the list of its fields. */
function listTasks({ portal, params }: Call) {
  const filter = Object.entries(mapOf(params['filter']));
  const found = portal.added.filter(
    ({ kind, fields }) =>
      kind === 'task' && filter.every(([name, value]) => textOf(fields[name]) === textOf(value)),
  );
  return answered({ tasks: found.slice(0, 50).map(({ fields }) => fields) }, found.length);
}

/** What was marked as the result of a task, the newest first. */
function listResults(call: Call) {
  const found = taskOf(call);
  if (!found) return fail(noTask);
  const results = call.portal.added.filter(
    ({ kind, fields }) => kind === 'task.result' && fields['taskId'] === found.id,
  );
  return answered(results.map(({ id, fields }) => ({ id, ...fields })).toReversed());
}

const taskOf = ({ portal, params }: Call) =>
  portal.added.find(({ kind, id }) => kind === 'task' && String(id) === textOf(params['taskId']));

// its code and words are not among the recorded ones
const noTask = refuse(400, '1048582', 'Access denied or task not found');

function getTask(call: Call) {
  const found = taskOf(call);
  return found ? answered({ task: found.fields }) : fail(noTask);
}

function updateTask(call: Call) {
  const found = taskOf(call);
  if (!found) return fail(noTask);
  const { world, portal, person, params } = call;
  changeTask(world, portal, found.id, mapOf(params['fields']), person.id);
  return answered({ task: found.fields });
}

function storage({ world, install }: Call) {
  if (!install) return fail(appRequired);
  return answered({
    ID: String(takeId(world)),
    NAME: install.app.code,
    CODE: null,
    MODULE_ID: 'disk',
    ENTITY_TYPE: 'restapp',
    ENTITY_ID: String(install.id),
    ROOT_OBJECT_ID: String(takeId(world)),
  });
}

/** Without a file the answer says where to put it. */
function upload({ world, portal, person, params }: Call) {
  const folder = textOf(params['id']);
  if (folder === '') return fail(refuse(400, '100', 'Could not find value for parameter {id}'));
  const rest = `${originOf(portal)}/rest`;
  const secret = `auth=${world.hex(70)}&token=${world.hex(32)}`;
  const content = params['fileContent'];
  if (!Array.isArray(content))
    return answered({ field: 'file', uploadUrl: `${rest}/upload.json?${secret}` });
  const name = textOf(mapOf(params['data'])['NAME']) || textOf(content[0]);
  const at = dateAtom(epochSeconds(world), portal.hoursEast);
  const id = takeId(world);
  portal.added.push({ kind: 'disk.file', id, fields: { folder, name } });
  return answered({
    ID: id,
    NAME: name,
    CODE: null,
    STORAGE_ID: String(takeId(world)),
    TYPE: 'file',
    PARENT_ID: folder,
    DELETED_TYPE: 0,
    GLOBAL_CONTENT_VERSION: 1,
    FILE_ID: takeId(world),
    SIZE: String(Buffer.from(textOf(content[1]), 'base64').length),
    CREATE_TIME: at,
    UPDATE_TIME: at,
    DELETE_TIME: null,
    CREATED_BY: String(person.id),
    UPDATED_BY: String(person.id),
    DELETED_BY: null,
    // whoever holds this address holds a token
    DOWNLOAD_URL: `${rest}/download.json?${secret}`,
    DETAIL_URL: `${originOf(portal)}/company/personal/user/${person.id}/disk/file/HL/${encodeURIComponent(name)}`,
  });
}

function addPost({ world, portal, params }: Call) {
  if (textOf(params['POST_MESSAGE']) === '')
    return fail(refuse(400, 'ERROR_CORE', 'The field POST_MESSAGE is required.'));
  const id = takeId(world);
  portal.added.push({ kind: 'post', id, fields: params });
  return answered(id);
}
