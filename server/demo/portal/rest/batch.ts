import { fail } from '#shared/result.ts';
import { phpArray, parseQuery, type PhpMap } from '#server/demo/portal/php.ts';
import { refusalBody, refuse, type Refusal } from '#server/demo/portal/refusal.ts';
import {
  answered,
  textOf,
  type Caller,
  type MethodResult,
} from '#server/demo/portal/rest/method.ts';
import { lacksScope, runMethod } from '#server/demo/portal/rest/methods.ts';
import { timeBlock } from '#server/demo/portal/rest/time-block.ts';
import type { World } from '#server/demo/portal/world.ts';

const most = 50;

/** Many calls as one. It succeeds whatever becomes of them, and stops at the first refusal only if it is told to. */
export function runBatch(world: World, caller: Caller, params: PhpMap): MethodResult {
  const { cmd } = params;
  const commands = Object.entries(typeof cmd === 'object' && cmd !== null ? cmd : {});
  if (commands.length > most)
    return fail(refuse(400, 'ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded'));
  const results: Record<string, unknown> = {};
  const errors: Record<string, PhpMap> = {};
  const totals: Record<string, number> = {};
  const times: Record<string, PhpMap> = {};
  for (const [name, command] of commands) {
    const one = runOne(world, caller, textOf(command), results);
    if (one.ok) {
      results[name] = one.value.result;
      if (one.value.total !== undefined) totals[name] = one.value.total;
      times[name] = timeBlock(world, caller.portal.hoursEast);
    } else {
      errors[name] = refusalBody(withoutText(one.failure));
      if (isTrue(params['halt'])) break;
    }
  }
  return answered({
    result: phpArray(results),
    result_error: phpArray(errors),
    result_total: phpArray(totals),
    result_next: [],
    result_time: phpArray(times),
  });
}

/** Inside a batch the missing scope comes without its sentence. */
const withoutText = (refusal: Refusal): Refusal =>
  refusal === lacksScope ? { ...refusal, description: '' } : refusal;

const isTrue = (value: unknown) => ['1', 'true', 'Y', true, 1].includes(value as never);

function runOne(world: World, caller: Caller, command: string, results: PhpMap): MethodResult {
  const [method = '', query = ''] = splitOnce(command);
  if (method.toLowerCase() === 'batch')
    return fail(
      refuse(405, 'ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage'),
    );
  const params = resolved(parseQuery(query), results) as PhpMap;
  return runMethod(method, { ...caller, world, params });
}

function splitOnce(command: string): readonly string[] {
  const at = command.indexOf('?');
  return at === -1 ? [command] : [command.slice(0, at), command.slice(at + 1)];
}

/** `$result[me][ID]` is what an earlier call of the batch gave. */
function resolved(value: unknown, results: PhpMap): unknown {
  if (typeof value === 'string')
    return value.replace(/\$result((?:\[[^\]]+\])+)/g, (_whole, path: string) => {
      let at: unknown = results;
      for (const [, key = ''] of path.matchAll(/\[([^\]]+)\]/g))
        at = typeof at === 'object' && at !== null ? (at as PhpMap)[key] : undefined;
      return textOf(at);
    });
  if (Array.isArray(value)) return value.map((one) => resolved(one, results));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, resolved(one, results)]),
  );
}
