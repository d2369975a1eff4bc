import { Hono } from 'hono';
import type { Deps } from '#server/deps.ts';
import {
  type SecurityContact,
  securityContact,
  securityTxt,
} from '#server/features/policy-page/security-txt.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

/** `security.txt` of each vendor whose regulation has one, and of the server for all of them. */
export function securityTxtRoutes({
  policies,
  now,
  publicUrl,
}: Pick<Deps, 'policies' | 'now' | 'publicUrl'>): Hono {
  const app = new Hono();
  const reply = (path: string, vendors: readonly string[]) => {
    const contacts = vendors.flatMap((vendor): SecurityContact[] => {
      const policy = policies.inForce(vendor, now());
      return (
        (policy && [securityContact(policy.pack)].filter((contact) => contact !== undefined)) ?? []
      );
    });
    if (contacts.length === 0) return problemResponse({ code: 'request.not_found' });
    const text = securityTxt(contacts, { address: publicUrl + path, publicUrl, now: now() });
    return new Response(text, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'public, max-age=3600',
      },
    });
  };
  app.get('/.well-known/security.txt', (c) => reply(c.req.path, policies.vendors));
  app.get('/policy/:vendor/security.txt', (c) => reply(c.req.path, [c.req.param('vendor')]));
  return app;
}
