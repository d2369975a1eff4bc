import { z } from 'zod';

const refusal = z.object({ error: z.string() });

/** The code with which a server of Bitrix24 refuses, whatever HTTP status stands beside it; undefined where it does not. */
export function refusedAs(body: unknown): string | undefined {
  const read = refusal.safeParse(body);
  return read.success ? read.data.error : undefined;
}
