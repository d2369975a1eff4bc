import { fail } from '#shared/result.ts';
import { refuse } from '#server/demo/portal/refusal.ts';
import {
  answered,
  textOf,
  upperCased,
  type Call,
  type Methods,
} from '#server/demo/portal/rest/method.ts';
import { takeId } from '#server/demo/portal/world.ts';

const attachLimit = 60_000;

/** Words to a person in the portal. Whether an ordinary user's token may write to another is not known: it may here. */
export const notifyMethods: Methods = {
  'im.notify.system.add': { scopes: ['im'], run: notify },
  'im.notify.personal.add': { scopes: ['im'], run: notify },
};

function notify({ world, portal, params }: Call) {
  const said = upperCased(params);
  const userId = Number(textOf(said['USER_ID']));
  const message = textOf(said['MESSAGE']);
  if (!userId) return fail(refuse(400, 'USER_ID_EMPTY', "User ID can't be empty"));
  if (message === '') return fail(refuse(400, 'MESSAGE_EMPTY', "Message can't be empty"));
  if (JSON.stringify(said['ATTACH'] ?? '').length > attachLimit)
    return fail(
      refuse(400, 'ATTACH_OVERSIZE', 'You have exceeded the maximum allowable size of attach'),
    );
  if (portal.people.get(userId)?.active !== true) return answered(false);
  const tag = textOf(said['TAG']);
  const older = portal.notifications.findIndex((one) => tag !== '' && one.tag === tag);
  if (older !== -1) portal.notifications.splice(older, 1);
  const id = takeId(world);
  portal.notifications.push({ id, userId, message, tag });
  return answered(id);
}
