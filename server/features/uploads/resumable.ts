import { createMiddleware } from 'hono/factory';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const version = '1.0.0';

/** Says at every address of uploads which protocol is spoken; to OPTIONS also what of it, and how much a file may weigh. */
export const speaksResumable = (limitBytes: number) =>
  createMiddleware<RequesterEnv>(async (c, next) => {
    await next();
    c.res.headers.set('tus-resumable', version);
    if (c.req.method !== 'OPTIONS') return;
    c.res.headers.set('tus-version', version);
    c.res.headers.set('tus-extension', 'creation,creation-with-upload,expiration,termination');
    c.res.headers.set('tus-max-size', String(limitBytes));
  });

/** Refuses whoever is nobody yet, then another version of the protocol, before anything is read. */
export const sameVersionOnly = createMiddleware<RequesterEnv>(async (c, next) => {
  if (c.var.identity.kind === 'nobody') return problemResponse({ code: 'identity.required' });
  if (c.req.method !== 'GET' && c.req.header('tus-resumable') !== version) {
    const refusal = problemResponse({ code: 'upload.version' });
    refusal.headers.set('tus-version', version);
    return refusal;
  }
  return next();
});
