import { fail } from '#shared/result.ts';
import type { EventBinding } from '#server/demo/portal/install.ts';
import { refuse, wrongAuthType, type Refusal } from '#server/demo/portal/refusal.ts';
import { missing } from '#server/demo/portal/rest/basic-methods.ts';
import { handlerFault } from '#server/demo/portal/rest/handler-url.ts';
import {
  answered,
  textOf,
  upperCased,
  type Call,
  type Methods,
} from '#server/demo/portal/rest/method.ts';
import { sendTo } from '#server/demo/portal/send-event.ts';
import { takeId } from '#server/demo/portal/world.ts';

const ownEvents = [
  'ONAPPINSTALL',
  'ONAPPUPDATE',
  'ONAPPUNINSTALL',
  'ONAPPPAYMENT',
  'ONAPPMETHODCONFIRM',
  'ONAPPTEST',
];
/** Events of what is in the portal need a scope. */
const scopedEvents = [
  { event: 'ONUSERADD', scopes: ['user', 'user_basic', 'user_brief'] },
  { event: 'ONCRMDEALUPDATE', scopes: ['crm'] },
  { event: 'ONCRMDYNAMICITEMUPDATE', scopes: ['crm'] },
  { event: 'ONCRMTIMELINECOMMENTADD', scopes: ['crm'] },
  { event: 'ONTASKUPDATE', scopes: ['task'] },
];

/** What an app wants to hear. Bound before the installation is finished it counts, and nothing comes until then. */
export const eventMethods: Methods = {
  'event.bind': { scopes: [], run: bind },
  'event.unbind': { scopes: [], run: unbind },
  'event.get': {
    scopes: [],
    run: ({ install }) =>
      answered(
        (install?.events ?? []).map(({ event, handler, authType, offline }) => ({
          event,
          handler,
          auth_type: String(authType),
          offline: offline ? 1 : 0,
        })),
      ),
  },
  events: { scopes: [], run: ({ scopes }) => answered(eventsFor(scopes)) },
  'event.test': {
    scopes: [],
    run: ({ world, portal, install, person, params }) => {
      for (const binding of install?.events ?? [])
        if (install && binding.event === 'ONAPPTEST')
          sendTo(
            world,
            portal,
            install,
            { name: 'ONAPPTEST', data: { QUERY: params }, auth: 'full', userId: person.id },
            binding,
          );
      return answered(true);
    },
  },
};

const eventsFor = (scopes: readonly string[]) => [
  ...ownEvents,
  ...scopedEvents
    .filter(({ scopes: needed }) => needed.some((scope) => scopes.includes(scope)))
    .map(({ event }) => event),
];

function bind({ world, portal, install, person, scopes, params }: Call) {
  if (!install) return fail(wrongAuthType);
  const said = upperCased(params);
  const event = textOf(said['EVENT']).toUpperCase();
  const handler = textOf(said['HANDLER']);
  const authType = Number(textOf(said['AUTH_TYPE'])) || 0;
  const offline = textOf(said['EVENT_TYPE']) === 'offline';
  const refused = refusedBinding({ event, handler, authType, offline }, person.admin, scopes);
  if (refused) return fail(refused);
  if (install.events.some((bound) => bound.event === event && bound.handler === handler))
    return fail(
      refuse(
        portal.manners.repeatedBindStatus,
        'ERROR_CORE',
        'Unable to set event handler: Handler already binded',
      ),
    );
  install.events.push({ id: takeId(world), event, handler, authType, offline });
  return answered(true);
}

function refusedBinding(
  { event, handler, authType, offline }: Omit<EventBinding, 'id'>,
  admin: boolean,
  scopes: readonly string[],
): Refusal | undefined {
  if (event === '') return missing('EVENT');
  if (!eventsFor(scopes).includes(event))
    return refuse(400, 'ERROR_EVENT_NOT_FOUND', 'Event not found');
  if ((authType !== 0 || offline) && !admin) {
    const what = offline ? 'Offline events binding' : 'Event binding with AUTH_TYPE';
    return refuse(
      403,
      'ACCESS_DENIED',
      `Access denied! ${what} requires administrator access rights`,
    );
  }
  return offline ? undefined : handlerFault(handler);
}

function unbind({ install, params }: Call) {
  if (!install) return fail(wrongAuthType);
  const said = upperCased(params);
  const [event, handler] = [textOf(said['EVENT']).toUpperCase(), textOf(said['HANDLER'])];
  if (event === '') return fail(missing('EVENT'));
  const gone = install.events.filter(
    (bound) => bound.event === event && (handler === '' || bound.handler === handler),
  );
  install.events = install.events.filter((bound) => !gone.includes(bound));
  return answered({ count: gone.length });
}
