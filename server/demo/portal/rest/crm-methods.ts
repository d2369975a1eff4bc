import { fail } from '#shared/result.ts';
import { announce } from '#server/demo/portal/announce.ts';
import { changeItem, findItem } from '#server/demo/portal/change-item.ts';
import { dateAtom } from '#server/demo/portal/php.ts';
import { refuse } from '#server/demo/portal/refusal.ts';
import {
  answered,
  mapOf,
  textOf,
  type Call,
  type Methods,
} from '#server/demo/portal/rest/method.ts';
import { epochSeconds, takeId } from '#server/demo/portal/world.ts';

/** Kinds of items and the category that a new one is of; smart processes begin at 128. */
const kinds: Readonly<Record<number, number>> = { 1: 0, 2: 0, 3: 0, 4: 0, 31: 0, 1302: 9 };
const firstSmartProcess = 128;

const crm = { scopes: ['crm'], intranet: true } as const;

/** What an app may add to the CRM of a portal. */
export const crmMethods: Methods = {
  'crm.item.add': { ...crm, run: addItem },
  'crm.item.get': { ...crm, run: getItem },
  'crm.item.update': { ...crm, run: updateItem },
  'crm.timeline.comment.add': { ...crm, run: addComment },
  'crm.timeline.comment.get': { ...crm, run: getComment },
  'crm.activity.todo.add': { ...crm, run: addTodo },
};

const denied = refuse(400, 'ACCESS_DENIED', 'Access denied');
const noValue = (name: string) =>
  refuse(400, '100', `Could not find value for parameter {${name}}`);

function addItem(call: Call) {
  const { world, portal, person, params } = call;
  const kind = Number(textOf(params['entityTypeId']));
  if (!kind) return fail(noValue('entityTypeId'));
  const categoryId = kinds[kind];
  if (categoryId === undefined) return fail(refuse(400, 'NOT_FOUND', 'Smart process not found'));
  if (!person.crm) return fail(denied);
  const isSmart = kind >= firstSmartProcess;
  if (isSmart && portal.ailments.withoutNewItems)
    return fail(
      refuse(
        400,
        'CREATE_DYNAMIC_ITEM_RESTRICTED',
        'You cannot create a new item due to your plan restrictions',
      ),
    );
  const fields = mapOf(params['fields']);
  const wrong = Object.entries(fields).find(([name, value]) => isNoFile(name, value));
  if (wrong)
    return fail(
      refuse(400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', `Invalid value for field "${wrong[0]}"`),
    );
  const at = dateAtom(epochSeconds(world), portal.hoursEast);
  const item = {
    id: takeId(world),
    createdTime: at,
    updatedTime: at,
    createdBy: person.id,
    assignedById: Number(textOf(fields['assignedById'])) || person.id,
    opened: 'N',
    stageId: isSmart ? `DT${kind}_${categoryId}:NEW` : 'NEW',
    categoryId,
    title: textOf(fields['title']),
  };
  portal.added.push({
    kind: `crm.item.${kind}`,
    id: item.id,
    fields: { ...fields, ...item },
  });
  return answered({ item });
}

/** A field for files takes `[name, base64]`, or a list of such pairs. */
function isNoFile(name: string, value: unknown): boolean {
  if (!/screenshot|file/i.test(name)) return false;
  const isPair = (one: unknown) =>
    Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string');
  return !isPair(value) && !(Array.isArray(value) && value.length > 0 && value.every(isPair));
}

const noItem = refuse(400, 'NOT_FOUND', 'Item not found');
const wantedItem = ({ portal, params }: Call) =>
  findItem(portal, Number(textOf(params['entityTypeId'])), Number(textOf(params['id'])));

function getItem(call: Call) {
  const found = wantedItem(call);
  return found ? answered({ item: found.fields }) : fail(noItem);
}

function updateItem(call: Call) {
  const found = wantedItem(call);
  if (!found) return fail(noItem);
  if (!call.person.crm) return fail(denied);
  const { world, portal, person, params } = call;
  const kind = Number(textOf(params['entityTypeId']));
  changeItem(world, portal, kind, found.id, mapOf(params['fields']), person.id);
  return answered({ item: found.fields });
}

function addComment({ world, portal, person, params }: Call) {
  const fields = mapOf(params['fields']);
  const missing = ['ENTITY_ID', 'ENTITY_TYPE', 'COMMENT'].find(
    (name) => textOf(fields[name]) === '',
  );
  if (missing) return fail(refuse(400, 'ERROR_CORE', `The field ${missing} is required.`));
  if (!person.crm) return fail(denied);
  const id = takeId(world);
  portal.added.push({ kind: 'timeline.comment', id, fields });
  announce(world, portal, 'ONCRMTIMELINECOMMENTADD', { FIELDS: { ID: id } }, person.id);
  return answered(id);
}

function getComment({ portal, params }: Call) {
  const id = Number(textOf(params['id']));
  const found = portal.added.find((one) => one.kind === 'timeline.comment' && one.id === id);
  return found
    ? answered({ ID: String(found.id), ...found.fields })
    : fail(refuse(400, 'NOT_FOUND', 'Not found'));
}

function addTodo({ world, portal, person, params }: Call) {
  const missing = ['ownerTypeId', 'ownerId', 'deadline'].find((name) => !textOf(params[name]));
  if (missing) return fail(noValue(missing));
  if (!person.crm) return fail(denied);
  const id = takeId(world);
  portal.added.push({ kind: 'activity', id, fields: params });
  return answered({ id });
}
