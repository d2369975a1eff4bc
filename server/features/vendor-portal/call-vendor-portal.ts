import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { PortalHttp } from '#server/features/portals/portal-http.ts';
import { refusedAs } from '#server/features/portals/refused-as.ts';

/**
 * Why a call had no result. `busy`: the portal asks everybody to wait so long; `lost`: nobody knows whether it
 * was done; `later`: it was not done, and may be another time; `never`: the same again is refused again.
 */
export type CallFailure =
  | { readonly kind: 'busy'; readonly code: string; readonly restMs: number | undefined }
  | { readonly kind: 'lost' | 'later' | 'never'; readonly code: string };

/** What a call of a method takes, as PHP reads it. */
export interface CallParams {
  readonly [name: string]: CallValue;
}
type CallValue = string | number | readonly CallValue[] | CallParams | undefined;

/** Calls one method of a vendor's portal. */
export type CallPortal = (
  method: string,
  params?: CallParams,
) => Promise<Result<unknown, CallFailure>>;

const deadlineMs = 15_000;
/** So much of the time that a method has in ten minutes is left to others, seconds. */
const operatingAtMost = 400;
const answer = z.object({
  result: z.unknown(),
  time: z
    .object({
      operating: z.number().optional(),
      operating_reset_at: z.number().optional(),
    })
    .optional(),
});

const busy = new Set(['QUERY_LIMIT_EXCEEDED', 'OVERLOAD_LIMIT']);
const tooLong = 'OPERATION_TIME_LIMIT';
const operatingWindowMs = 600_000;
/** Refusals that somebody can lift without any change here: a right, a plan, a portal that is away. */
const lifted = new Set([
  'NO_AUTH_FOUND',
  'INVALID_CREDENTIALS',
  'insufficient_scope',
  'user_access_error',
  'authorization_error',
  'PAYMENT_REQUIRED',
  'CONNECTION_ERROR',
  'METHOD_CONFIRM_WAITING',
  'PORTAL_DELETED',
]);
const unsure = new Set(['INTERNAL_SERVER_ERROR', 'ERROR_UNEXPECTED_ANSWER']);

/**
 * One call by an incoming webhook, whose secret is a part of the address.
 *
 * @param now epoch milliseconds
 * @param tired is told how long a method should rest, milliseconds, that took most of its time
 */
export const callByWebhook =
  (http: PortalHttp, url: string, now: () => number, tired: (restMs: number) => void): CallPortal =>
  async (method, params = {}) => {
    const reply = await http({ url: `${url}${method}`, form: formOf(params), deadlineMs });
    if (reply.kind === 'none') {
      const { outcome, reason } = reply.why;
      const sent = outcome === 'unreachable' && (reason === 'deadline' || reason === 'connection');
      return fail({ kind: sent ? 'lost' : 'later', code: reason });
    }
    const code = refusedAs(reply.body);
    if (code !== undefined) return fail(failureOf(code, reply.status));
    const read = answer.safeParse(reply.body);
    if (!read.success || reply.status !== 200)
      return fail({ kind: isMoved(reply.status) ? 'later' : 'lost', code: `http_${reply.status}` });
    const { result, time } = read.data;
    if ((time?.operating ?? 0) > operatingAtMost)
      tired(Math.max(0, (time?.operating_reset_at ?? 0) * 1000 - now()));
    return succeed(result);
  };

const isMoved = (status: number) => status >= 300 && status < 400;

function failureOf(code: string, status: number): CallFailure {
  if (busy.has(code)) return { kind: 'busy', code, restMs: undefined };
  if (code === tooLong || status === 429) return { kind: 'busy', code, restMs: operatingWindowMs };
  if (unsure.has(code) || status >= 500) return { kind: 'lost', code };
  if (lifted.has(code) || status === 401 || status === 403) return { kind: 'later', code };
  return { kind: 'never', code };
}

/** As `http_build_query` of PHP writes what is nested. */
function formOf(params: CallParams): Record<string, string> {
  const form: Record<string, string> = {};
  const write = (name: string, value: CallValue) => {
    if (value === undefined) return;
    if (typeof value !== 'object') form[name] = String(value);
    else for (const [key, inner] of Object.entries(value)) write(`${name}[${key}]`, inner);
  };
  for (const [name, value] of Object.entries(params)) write(name, value);
  return form;
}
