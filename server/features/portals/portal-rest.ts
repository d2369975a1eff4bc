import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { PortalHttp } from '#server/features/portals/portal-http.ts';
import { refusedAs } from '#server/features/portals/refused-as.ts';
import type { NotVisited } from '#server/http/probe/visit-once.ts';

/** Why a portal gave no result: it could not be reached, its answer is none, or its own code. */
export type RestFailure =
  | { readonly kind: 'unreachable'; readonly why: NotVisited }
  | { readonly kind: 'unreadable'; readonly status: number }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      /** Epoch milliseconds at which the app has all its time again, where the portal says it. */
      readonly resetsAt?: number | undefined;
    };

/** What a portal answers, and what the method took of the app's time. */
export interface RestAnswer {
  readonly result: unknown;
  readonly operatingSeconds?: number | undefined;
  /** Epoch milliseconds at which that is counted anew. */
  readonly resetsAt?: number | undefined;
}

/** Where to call a portal, and as whom. */
export interface RestPlace {
  /** With `/rest/` at its end, or with a webhook's own path. */
  readonly restUrl: string;
  /** None where the address itself says who calls. */
  readonly accessToken?: string;
}

const deadlineMs = 10_000;
const success = z.object({ result: z.unknown() });
const timed = z.object({
  time: z.object({
    operating: z.number().optional().catch(undefined),
    operating_reset_at: z.number().optional().catch(undefined),
  }),
});

/**
 * Calls one method of a portal's REST API. The body decides: refusals come with HTTP 200 too.
 *
 * @param params flat, as a form writes them: `fields[TITLE]`
 */
export async function callPortal(
  http: PortalHttp,
  place: RestPlace,
  method: string,
  params: Readonly<Record<string, string>> = {},
): Promise<Result<unknown, RestFailure>> {
  const answer = await askRest(http, place, method, params);
  return answer.ok ? succeed(answer.value.result) : answer;
}

/** The same, with what the method took of the app's time. */
export async function askRest(
  http: PortalHttp,
  { restUrl, accessToken }: RestPlace,
  method: string,
  params: Readonly<Record<string, string>>,
): Promise<Result<RestAnswer, RestFailure>> {
  const form = { ...params, ...(accessToken !== undefined && { auth: accessToken }) };
  const reply = await http({ url: `${restUrl}${method}`, form, deadlineMs });
  if (reply.kind === 'none') return fail({ kind: 'unreachable', why: reply.why });
  const { status, body } = reply;
  const { operating: operatingSeconds, operating_reset_at: resetSeconds } =
    timed.safeParse(body).data?.time ?? {};
  const resetsAt = resetSeconds === undefined ? undefined : resetSeconds * 1000;
  const code = refusedAs(body);
  if (code !== undefined) return fail({ kind: 'refused', status, code, resetsAt });
  const answered = success.safeParse(body);
  return answered.success && status === 200
    ? succeed({ result: answered.data.result, operatingSeconds, resetsAt })
    : fail({ kind: 'unreadable', status });
}

/** PHP writes an empty map as a list. */
const mapOf = <Value extends z.ZodType>(value: Value) =>
  z.union([z.array(z.never()).transform(() => ({})), z.record(z.string(), value)]);
const batchAnswer = z.object({
  result: mapOf(z.unknown()),
  result_error: mapOf(z.object({ error: z.string() })).default({}),
});

/** One call of a batch: a method, or one with its parameters. */
export type BatchCall =
  | string
  | { readonly method: string; readonly params: Readonly<Record<string, string>> };

const queryOf = (call: BatchCall) =>
  typeof call === 'string' ? call : `${call.method}?${new URLSearchParams(call.params).toString()}`;

/**
 * Calls up to 50 methods at once. That some of them fail is no failure of the whole.
 *
 * @returns by the name of each call its result, or the portal's own code of refusal
 */
export async function callPortalAtOnce<Name extends string>(
  http: PortalHttp,
  place: RestPlace,
  calls: Readonly<Record<Name, BatchCall>>,
): Promise<Result<Record<Name, Result<unknown, string>>, RestFailure>> {
  const names = Object.keys(calls) as Name[];
  const form = Object.fromEntries(names.map((name) => [`cmd[${name}]`, queryOf(calls[name])]));
  const answered = await callPortal(http, place, 'batch', { halt: '0', ...form });
  if (!answered.ok) return answered;
  const read = batchAnswer.safeParse(answered.value);
  if (!read.success) return fail({ kind: 'unreadable', status: 200 });
  const { result, result_error: refused } = read.data as {
    readonly result: Record<string, unknown>;
    readonly result_error: Record<string, { readonly error: string }>;
  };
  const entries = names.map((name): [Name, Result<unknown, string>] => [
    name,
    name in result ? succeed(result[name]) : fail(refused[name]?.error ?? 'no_answer'),
  ]);
  return succeed(Object.fromEntries(entries) as Record<Name, Result<unknown, string>>);
}
