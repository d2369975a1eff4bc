import { fail } from '#shared/result.ts';
import { refuse } from '#server/demo/portal/refusal.ts';
import { basicMethods, missing } from '#server/demo/portal/rest/basic-methods.ts';
import { crmMethods } from '#server/demo/portal/rest/crm-methods.ts';
import { eventMethods } from '#server/demo/portal/rest/event-methods.ts';
import {
  answered,
  textOf,
  upperCased,
  type Call,
  type Method,
  type MethodResult,
} from '#server/demo/portal/rest/method.ts';
import { notifyMethods } from '#server/demo/portal/rest/notify-methods.ts';
import { optionMethods } from '#server/demo/portal/rest/option-methods.ts';
import { placementMethods } from '#server/demo/portal/rest/placement-methods.ts';
import { userMethods } from '#server/demo/portal/rest/user-methods.ts';
import { talkMethods } from '#server/demo/portal/rest/talk-methods.ts';
import { workMethods } from '#server/demo/portal/rest/work-methods.ts';

const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...basicMethods,
    ...userMethods,
    ...optionMethods,
    ...eventMethods,
    ...placementMethods,
    ...notifyMethods,
    ...crmMethods,
    ...workMethods,
    ...talkMethods,
    'method.get': { scopes: [], run: describe },
  }),
);

const hasScope = ({ scopes }: Method, granted: readonly string[]) =>
  scopes.length === 0 || scopes.some((scope) => granted.includes(scope));

/** Whether there is such a method, and whether the caller's scopes reach it. */
function describe({ params, scopes }: Call): MethodResult {
  const name = textOf(upperCased(params)['NAME']).toLowerCase();
  if (name === '') return fail(missing('name'));
  const method = methods.get(name);
  return answered({
    isExisting: method !== undefined,
    isAvailable: method !== undefined && hasScope(method, scopes),
  });
}

export const lacksScope = refuse(
  401,
  'insufficient_scope',
  'The request requires higher privileges than provided by the access token',
);

/** Runs one method, after whatever its caller has to be. */
export function runMethod(name: string, call: Call): MethodResult {
  const method = methods.get(name.toLowerCase());
  if (!method) return fail(refuse(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'));
  if (!hasScope(method, call.scopes)) return fail(lacksScope);
  if (!call.person.active && name.toLowerCase() !== 'profile')
    return fail(refuse(401, 'authorization_error', 'Unable to authorize user'));
  if (method.intranet && call.person.extranet)
    return fail(
      refuse(403, 'allowed_only_intranet_user', 'Action is allowed only for intranet users'),
    );
  return method.run(call);
}
