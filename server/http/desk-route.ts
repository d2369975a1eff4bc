import { z } from '@hono/zod-openapi';

/** Agents, by the sign-in of the desk; programs too, where their scopes cover the path: `scopesOf`. */
export const agentsOnly = [{ agent: [] }];

/** The path of everything at a desk. */
export const deskOf = z.object({ vendor: z.string().max(64) });

/** The path of one thing at a desk: a ticket, unless the path says otherwise. */
export const placeAtDesk = deskOf.extend({ id: z.string().max(64) });

/** What every call of an agent with a body may answer before any use case runs. */
export const deskProblems = ['sign_in.required', 'vendor.not_allowed', 'request.invalid'] as const;

/** The same for one that makes something once per key. */
export const makingProblems = [
  ...deskProblems,
  'idempotency_key.missing',
  'idempotency_key.reused',
] as const;
