import { createMiddleware } from 'hono/factory';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/wire/problem.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const limitBytes = 1_000_000;

/**
 * How much above a limit is read and dropped, bytes. A sender who is cut off while sending may never
 * see the answer that says why.
 */
export const passedOverBytes = 32_000_000;

/**
 * Lets a request with a body through only if it is a JSON object in clean text of at most 1 MB.
 * The text is checked before anything parses it into our shapes, because PostgreSQL refuses NUL and
 * unpaired surrogates.
 */
export const jsonBody = createMiddleware(async (c, next) => {
  if (c.req.method !== 'POST' && c.req.method !== 'PUT') return next();
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return problemResponse({ code: 'request.wrong_content_type' });
  const bytes = await readAtMost(c.req.raw, limitBytes);
  if (!bytes) return problemResponse({ code: 'request.too_large', params: { limitBytes } });
  const parsed = cleanJsonObject(bytes);
  if (!parsed.ok) return problemResponse(parsed.failure);
  // typed by what it resolves to
  c.req.bodyCache.text = Promise.resolve(parsed.value) as never;
  return next();
});

/**
 * The same for everything but one address, which takes files and bounds them itself.
 *
 * @param files how its path ends
 */
export const jsonBodyBut = (files: string) =>
  createMiddleware((c, next) => (c.req.path.endsWith(files) ? next() : jsonBody(c, next)));

/** Without a declared length the sender decides when to stop, so it is counted on the way. */
async function readAtMost(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const declared = request.headers.get('content-length');
  if (declared !== null) {
    return Number(declared) > limit ? undefined : new Uint8Array(await request.arrayBuffer());
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The text of a JSON object whose every string, keys included, can be stored. */
function cleanJsonObject(bytes: Uint8Array): Result<string, Problem> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail({ code: 'request.bad_text' });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ code: 'request.malformed' });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail({ code: 'request.malformed' });
  }
  const problem = findProblem(value);
  return problem ? fail(problem) : succeed(text);
}

const deepest = 32;

/** Walks with a stack of its own: the nesting is the sender's choice. */
function findProblem(root: object): Problem | undefined {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [
    { value: root, depth: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (depth > deepest) return { code: 'request.invalid' };
    if (typeof value === 'string' && !isCleanText(value)) return { code: 'request.bad_text' };
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, item] of Object.entries(value)) {
      if (!isCleanText(key)) return { code: 'request.bad_text' };
      waiting.push({ value: item, depth: depth + 1 });
    }
  }
  return undefined;
}

/** No NUL and no unpaired surrogate. */
export const isCleanText = (text: string): boolean => !text.includes('\0') && isWellFormed(text);

const unpairedSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const isWellFormed = (text: string): boolean => !unpairedSurrogate.test(text);
