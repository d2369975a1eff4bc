import { fail } from '#shared/result.ts';
import type { PlacementBinding } from '#server/demo/portal/install.ts';
import { phpArray } from '#server/demo/portal/php.ts';
import { refuse, wrongAuthType } from '#server/demo/portal/refusal.ts';
import { missing } from '#server/demo/portal/rest/basic-methods.ts';
import { handlerFault } from '#server/demo/portal/rest/handler-url.ts';
import {
  answered,
  mapOf,
  textOf,
  upperCased,
  type Call,
  type MethodResult,
  type Methods,
} from '#server/demo/portal/rest/method.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';

/** Spots of a portal and the scopes of which one is needed beside `placement`; none where any app may. */
const spots: Readonly<Record<string, readonly string[]>> = {
  CRM_DEAL_DETAIL_TAB: ['crm'],
  IM_SIDEBAR: ['im'],
  LEFT_MENU: [],
  PAGE_BACKGROUND_WORKER: [],
  REST_APP_URI: [],
  TASK_VIEW_TAB: ['task'],
  // documents name `user`; that the smaller scopes do is not known
  USER_PROFILE_MENU: ['user', 'user_basic', 'user_brief'],
};

/** Only one handler may be there. */
const single = new Set(['REST_APP_URI', 'PAGE_BACKGROUND_WORKER']);

/** Where an app may stand in the interface; all but the list is for administrators, in the name of an app. */
export const placementMethods: Methods = {
  'placement.list': {
    scopes: ['placement'],
    run: (call) => (call.install ? answered(openSpots(call.scopes)) : fail(wrongAuthType)),
  },
  'placement.get': {
    scopes: ['placement'],
    run: (call) => asAdmin(call, () => answered((call.install?.placements ?? []).map(written))),
  },
  'placement.bind': { scopes: ['placement'], run: (call) => asAdmin(call, () => bind(call)) },
  'placement.unbind': { scopes: ['placement'], run: (call) => asAdmin(call, () => unbind(call)) },
};

const openSpots = (scopes: readonly string[]) =>
  Object.entries(spots)
    .filter(([, needed]) => needed.length === 0 || needed.some((scope) => scopes.includes(scope)))
    .map(([spot]) => spot);

function asAdmin({ install, person }: Call, act: () => MethodResult): MethodResult {
  if (!install) return fail(wrongAuthType);
  if (!person.admin) return fail(refuse(403, 'ACCESS_DENIED', 'Access denied!'));
  return act();
}

const unnamed = ({ manners }: VirtualPortal) => ({
  ...missing('PLACEMENT'),
  status: manners.placementRefusalStatus,
  more: { argument: 'PLACEMENT' },
});

const written = (binding: PlacementBinding) => ({
  placement: binding.placement,
  userId: binding.userId,
  handler: binding.handler,
  options: phpArray(binding.options),
  title: binding.title,
  description: binding.description,
  langAll: phpArray(binding.langAll),
});

function bind({ portal, install, scopes, params }: Call): MethodResult {
  const said = upperCased(params);
  const placement = textOf(said['PLACEMENT']).toUpperCase();
  const handler = textOf(said['HANDLER']);
  const userId = Number(textOf(said['USER_ID'])) || 0;
  const options = mapOf(said['OPTIONS']);
  const { placementRefusalStatus: soft, repeatedBindStatus } = portal.manners;
  if (placement === '') return fail(unnamed(portal));
  if (!openSpots(scopes).includes(placement))
    return fail(refuse(400, 'ERROR_PLACEMENT_NOT_FOUND', 'Placement not found'));
  const fault = handlerFault(handler);
  if (fault) return fail(fault);
  if (userId !== 0 && single.has(placement))
    return fail(refuse(soft, 'ERROR_PLACEMENT_USER_MODE', 'User mode is not available'));
  if (placement === 'PAGE_BACKGROUND_WORKER' && textOf(options['errorHandlerUrl']) === '')
    return fail(refuse(soft, 'EMPTY_ERROR_HANDLER_URL', 'errorHandlerUrl is empty'));
  const bound = (install?.placements ?? []).filter((one) => one.placement === placement);
  if (bound.some((one) => one.handler === handler && one.userId === userId))
    return fail(
      refuse(
        repeatedBindStatus,
        'ERROR_CORE',
        'Unable to set placement handler: Handler already binded',
      ),
    );
  if (bound.length > 0 && single.has(placement))
    return fail(refuse(soft, 'ERROR_PLACEMENT_MAX_COUNT', 'Placement max count'));
  const langAll = mapOf(said['LANG_ALL']) as PlacementBinding['langAll'];
  const words = langAll[portal.language] ?? {};
  install?.placements.push({
    placement,
    userId,
    handler,
    options,
    title: words['TITLE'] ?? textOf(said['TITLE']),
    description: words['DESCRIPTION'] ?? textOf(said['DESCRIPTION']),
    langAll,
  });
  return answered(true);
}

function unbind({ portal, install, params }: Call): MethodResult {
  const said = upperCased(params);
  const [placement, handler] = [textOf(said['PLACEMENT']).toUpperCase(), textOf(said['HANDLER'])];
  if (placement === '') return fail(unnamed(portal));
  const all = install?.placements ?? [];
  const gone = all.filter(
    (one) => one.placement === placement && (handler === '' || one.handler === handler),
  );
  if (install) install.placements = all.filter((one) => !gone.includes(one));
  return answered({ count: gone.length });
}
