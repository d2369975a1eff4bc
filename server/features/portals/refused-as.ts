import { z } from 'zod';

/** What a server says when it cannot say anything now. Of tokens and apps it means nothing. */
const passing = new Set([
  'QUERY_LIMIT_EXCEEDED',
  'OVERLOAD_LIMIT',
  'OPERATION_TIME_LIMIT',
  'CONNECTION_ERROR',
  'INTERNAL_SERVER_ERROR',
  'ERROR_UNEXPECTED_ANSWER',
]);

/** Whether a refusal is over by itself. */
export const isPassing = (code: string): boolean => passing.has(code);

const refusal = z.object({ error: z.string() });

/** The code with which a server of Bitrix24 refuses, whatever HTTP status stands beside it; undefined where it does not. */
export function refusedAs(body: unknown): string | undefined {
  const read = refusal.safeParse(body);
  return read.success ? read.data.error : undefined;
}
