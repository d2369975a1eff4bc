import type { Result } from '#shared/result.ts';
import { fail, succeed } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';

/** A problem of the server, or no answer at all. */
export type ApiFailure = Problem | { readonly code: 'offline' };
export type Answer<Value> = Result<Value, ApiFailure>;

/** Waiting helps: no connection, or a service that is away. Anything else is a final answer. */
export const isTransient = ({ code }: ApiFailure): boolean =>
  code === 'offline' || code === 'service.unavailable' || code === 'service.fault';

/** Busy and broken services look alike to a sender: the same request may be made again. */
const transientStatus = (status: number) => status >= 500 || [408, 425, 429].includes(status);

/** A success without what it is to bring comes of somebody on the way: the service has not answered yet. */
export async function having<Value>(
  asked: Promise<Answer<Value>>,
  part: keyof Value,
): Promise<Answer<Value>> {
  const answer = await asked;
  return answer.ok && !answer.value?.[part] ? fail({ code: 'service.unavailable' }) : answer;
}

/** Reads a reply; a body that is not a problem document still gets a code from its status. */
export function readAnswer<Value>(status: number, body: unknown): Answer<Value> {
  if (status >= 200 && status < 300) return succeed(body as Value);
  const problem = body as Partial<Problem> | undefined;
  if (transientStatus(status)) return fail({ ...problem, code: 'service.unavailable' });
  // a proxy on the way says it without words of ours
  const wordless = status === 413 ? 'request.too_large' : 'request.not_found';
  return fail({ ...problem, code: problem?.code ?? wordless });
}
