import { fail } from '#shared/result.ts';
import { phpArray, type PhpMap } from '#server/demo/portal/php.ts';
import { appRequired, refuse } from '#server/demo/portal/refusal.ts';
import {
  answered,
  mapOf,
  textOf,
  type Call,
  type Methods,
  type MethodResult,
} from '#server/demo/portal/rest/method.ts';

/** What an app keeps in the portal, for all and for each person. */
export const optionMethods: Methods = {
  'app.option.get': { scopes: [], run: (call) => read(call, call.install?.options ?? {}) },
  'app.option.set': {
    scopes: [],
    run: (call) => {
      if (!call.person.admin)
        return fail(refuse(400, 'AccessException', 'Administrator authorization required'));
      return write(call, (options) => Object.assign(call.install?.options ?? {}, options));
    },
  },
  'user.option.get': {
    scopes: [],
    run: (call) => read(call, call.install?.userOptions.get(call.person.id) ?? {}),
  },
  'user.option.set': {
    scopes: [],
    run: (call) =>
      write(call, (options) => {
        const { userOptions } = call.install ?? { userOptions: new Map() };
        userOptions.set(call.person.id, { ...userOptions.get(call.person.id), ...options });
      }),
  },
};

function read({ install, params }: Call, options: PhpMap): MethodResult {
  if (!install) return fail(appRequired);
  const name = textOf(params['option']);
  return answered(name === '' ? phpArray(options) : (options[name] ?? null));
}

function write({ install, params }: Call, save: (options: PhpMap) => void): MethodResult {
  if (!install) return fail(appRequired);
  const options = mapOf(params['options']);
  if (Object.keys(options).length === 0)
    return fail(refuse(400, 'ArgumentNullException', "Argument 'options' is null or empty"));
  save(options);
  return answered(true);
}
