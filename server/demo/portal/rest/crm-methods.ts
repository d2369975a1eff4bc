import { fail } from '#shared/result.ts';
import { announce } from '#server/demo/portal/announce.ts';
import { changeItem, findItem } from '#server/demo/portal/change-item.ts';
import { dateAtom, type PhpMap } from '#server/demo/portal/php.ts';
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
  'crm.item.list': { ...crm, run: listItems },
  'crm.item.get': { ...crm, run: getItem },
  'crm.item.update': { ...crm, run: updateItem },
  'crm.timeline.comment.add': { ...crm, run: addComment },
  'crm.timeline.comment.get': { ...crm, run: getComment },
  'crm.timeline.comment.list': { ...crm, run: listComments },
  'crm.timeline.comment.delete': { ...crm, run: deleteComment },
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
    stageId: textOf(fields['stageId']) || (isSmart ? `DT${kind}_${categoryId}:NEW` : 'NEW'),
    categoryId: Number(textOf(fields['categoryId'])) || categoryId,
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

/** Fields by which items can be looked for here; the real one takes nearly all of them. */
const soughtFields = ['id', 'xmlId', 'originId', 'originatorId'];
const pageRows = 50;

function listItems({ portal, params }: Call) {
  const kind = Number(textOf(params['entityTypeId']));
  if (!kind) return fail(noValue('entityTypeId'));
  if (kinds[kind] === undefined) return fail(refuse(400, 'NOT_FOUND', 'Smart process not found'));
  const wanted = Object.entries(mapOf(params['filter'])).map(
    ([name, value]) => [name.replace(/^=/, ''), textOf(value)] as const,
  );
  const strange = wanted.find(([name]) => !soughtFields.includes(name));
  // its words are not among the recorded ones
  if (strange) return fail(refuse(400, '100', `Unknown field definition \`${strange[0]}\``));
  const found = portal.added.filter(
    ({ kind: of, fields }) =>
      of === `crm.item.${kind}` && wanted.every(([name, value]) => textOf(fields[name]) === value),
  );
  const items = found.slice(0, pageRows).map(({ fields }) => fields);
  return answered({ items }, found.length);
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
  const missing = hasTexts(fields, ['ENTITY_ID', 'ENTITY_TYPE', 'COMMENT']);
  if (missing) return fail(refuse(400, 'ERROR_CORE', `The field ${missing} is required.`));
  if (!person.crm) return fail(denied);
  const id = takeId(world);
  portal.added.push({
    kind: 'timeline.comment',
    id,
    fields: { ...fields, AUTHOR_ID: String(person.id) },
  });
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

const hasTexts = (fields: PhpMap, names: readonly string[]) =>
  names.find((name) => textOf(fields[name]) === '');

function listComments({ portal, params }: Call) {
  const filter = mapOf(params['filter']);
  const missing = hasTexts(filter, ['ENTITY_ID', 'ENTITY_TYPE']);
  if (missing) return fail(refuse(400, 'ERROR_CORE', `The field ${missing} is required.`));
  const found = portal.added.filter(
    ({ kind, fields }) =>
      kind === 'timeline.comment' &&
      textOf(fields['ENTITY_ID']) === textOf(filter['ENTITY_ID']) &&
      textOf(fields['ENTITY_TYPE']) === textOf(filter['ENTITY_TYPE']),
  );
  const newestFirst = textOf(mapOf(params['order'])['ID']).toUpperCase() === 'DESC';
  const start = Number(textOf(params['start'])) || 0;
  const rows = (newestFirst ? found.toReversed() : found).slice(start, start + pageRows);
  return answered(
    rows.map(({ id, fields }) => ({ ID: String(id), ...fields })),
    found.length,
  );
}

function deleteComment({ portal, person, params }: Call) {
  const id = Number(textOf(params['id']));
  const place = portal.added.findIndex((one) => one.kind === 'timeline.comment' && one.id === id);
  if (place < 0) return fail(refuse(400, 'NOT_FOUND', 'Not found'));
  if (!person.crm) return fail(denied);
  portal.added.splice(place, 1);
  return answered(true);
}

function addTodo({ world, portal, person, params }: Call) {
  const missing = ['ownerTypeId', 'ownerId', 'deadline'].find((name) => !textOf(params[name]));
  if (missing) return fail(noValue(missing));
  if (!person.crm) return fail(denied);
  const id = takeId(world);
  portal.added.push({ kind: 'activity', id, fields: params });
  return answered({ id });
}
