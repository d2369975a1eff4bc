import { createMiddleware } from 'hono/factory';
import type { Deps } from '#server/deps.ts';

/** Gives each request an id of ours, in the answer and in the log line of a fault. */
export const requestId = ({ ids }: Pick<Deps, 'ids'>) =>
  createMiddleware<{ Variables: { requestId: string } }>(async (c, next) => {
    const id = ids.next('req');
    c.set('requestId', id);
    await next();
    c.res.headers.set('x-request-id', id);
  });
