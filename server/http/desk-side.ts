import type { Context } from 'hono';
import { getCookie, setCookie, deleteCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '#server/deps.ts';
import { desksOfSecret, sessionLifeMs } from '#server/features/agents/sign-in.ts';
import { identifyKey } from '#server/features/api-keys/identify-key.ts';
import { isSeen } from '#server/features/tickets/hidden-tickets.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { scopesOf } from '#server/http/key-scope.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const sessionCookie = 'reglament_desk';

/** Only our own pages may call: the cookie is strict, and a browser tells where a call comes from. */
export const sameOriginOnly = (deps: Deps) =>
  createMiddleware(async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && origin !== deps.publicUrl && origin !== new URL(c.req.url).origin);
    return foreign ? problemResponse({ code: 'origin.not_allowed' }) : next();
  });

const apiKey = /^Bearer (rgk_[A-Za-z0-9_-]{43})$/;
const behindVendor = (path: string): string => path.replace(/^\/v1\/desk\/vendors\/[^/]+/, '');

/**
 * Lets signed-in agents through, to the desks they work at; another desk does not exist for them. A key of
 * the vendor opens the same routes as far as its scopes reach.
 */
export const deskSide = (deps: Deps) =>
  createMiddleware<DeskEnv>(async (c, next) => {
    const token = apiKey.exec(c.req.header('authorization') ?? '')?.[1];
    if (token !== undefined) {
      const holder = await identifyKey(deps, c.req.param('vendor') ?? '', token);
      if (!holder) return problemResponse({ code: 'sign_in.required' });
      const scopes = scopesOf(c.req.method, behindVendor(c.req.path));
      if (!scopes?.every((scope) => holder.scopes.includes(scope))) {
        // a program reads which to ask for; where no key opens the route, there is none to name
        const fields = scopes?.filter((scope) => !holder.scopes.includes(scope));
        return problemResponse({ code: 'api_key.scope_missing', ...(fields && { fields }) });
      }
      c.set('agent', holder.agent);
      return next();
    }
    const desks = await desksOfSecret(deps, getCookie(c, sessionCookie));
    if (desks.length === 0) return problemResponse({ code: 'sign_in.required' });
    const vendor = c.req.param('vendor');
    const desk =
      vendor === undefined ? desks[0] : desks.find(({ tenantId }) => tenantId === vendor);
    if (!desk) return problemResponse({ code: 'vendor.not_allowed' });
    c.set('agent', { id: desk.id, name: desk.name });
    return next();
  });

/** A ticket that there is not, or that is hidden from an agent, is not found, whatever they want of it. */
export const visibleTicket = (deps: Deps) =>
  createMiddleware<DeskEnv>(async (c, next) => {
    const [vendor, id] = [c.req.param('vendor') ?? '', c.req.param('id') ?? ''];
    return (await isSeen(deps, vendor, id, c.var.agent.id))
      ? next()
      : problemResponse({ code: 'ticket.not_found' });
  });

export function startSession(c: Context, secret: string, secure: boolean): void {
  setCookie(c, sessionCookie, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    path: '/v1/desk',
    maxAge: sessionLifeMs / 1000,
  });
}

/** The secret of the session that ends. */
export const endSession = (c: Context): string | undefined =>
  deleteCookie(c, sessionCookie, { path: '/v1/desk' });
