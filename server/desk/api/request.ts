import type { Problem } from '#shared/wire/problem.ts';
import { fail, succeed, type Result } from '#shared/result.ts';

/** `fetch` with what the desk needs of it; passed in, so that tests answer without a network. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** The server gave no answer at all: no network, a timeout, or a body that is not ours. */
const noAnswer: Problem = { code: 'service.unavailable' };

const timeoutMs = 10_000;

/**
 * Sends one request and reads its JSON. Every refusal is a Problem; silence and a broken body are
 * `service.unavailable`, because the person's next step is the same: wait and send again.
 */
export async function requestJson<Value>(
  fetch: Fetch,
  path: string,
  init: RequestInit = {},
): Promise<Result<Value>> {
  try {
    const reply = await fetch(path, {
      ...init,
      signal: init.signal ?? AbortSignal.timeout(timeoutMs),
    });
    if (reply.status === 204) return succeed(undefined as Value);
    const body: unknown = await reply.json();
    return reply.ok ? succeed(body as Value) : fail(problemOf(body));
  } catch {
    return fail(noAnswer);
  }
}

function problemOf(body: unknown): Problem {
  const named = typeof body === 'object' && body !== null && 'code' in body;
  return named ? (body as Problem) : noAnswer;
}

/** Options of a POST with a JSON body. */
export const posting = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
