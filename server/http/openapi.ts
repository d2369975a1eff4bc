import { createRoute, OpenAPIHono, z, type RouteConfig } from '@hono/zod-openapi';
import type { Env } from 'hono';
import { problemBody, type ProblemCode } from '#shared/wire/problem.ts';
import { problemResponse, problemStatuses } from '#server/http/problem-reply.ts';

/**
 * A router whose wrong input is answered as a problem that names fields, never values. Query parameters
 * that a route does not know are refused: a filter with a slip in its name would answer with the whole list.
 */
export function router<AppEnv extends Env>(): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return undefined;
      const fields = [...new Set(result.error.issues.flatMap(issuePaths))];
      const keyMissing = fields.includes('idempotency-key');
      return problemResponse(
        keyMissing ? { code: 'idempotency_key.missing' } : { code: 'request.invalid', fields },
      );
    },
  });
  const open = routes.openapi;
  routes.openapi = ((route: RouteConfig, ...rest: [never, never?]) =>
    open(knowingItsQuery(route), ...rest)) as typeof open;
  return routes;
}

function knowingItsQuery(route: RouteConfig): RouteConfig {
  const query = route.request?.query ?? z.object({});
  return createRoute({
    ...route,
    responses: { ...problems('request.invalid'), ...route.responses },
    request: { ...route.request, query: query instanceof z.ZodObject ? query.strict() : query },
  });
}

function issuePaths(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [path];
  return issue.keys.map((key) => (path ? `${path}.${key}` : key).slice(0, 200));
}

/** The problems a route may answer with, for its OpenAPI entry. */
export function problems(...codes: ProblemCode[]) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const status = problemStatuses[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.join(', '),
        content: { 'application/problem+json': { schema: problemBody } },
      },
    ]),
  );
}

/** What the way into the requester's side may answer before any handler runs. */
export const edgeProblems = [
  'origin.not_allowed',
  'widget.unknown',
  'identity.required',
  'identity.rejected',
  'portal.too_many',
  'service.unavailable',
] as const;

/** Every call of the requester's side but that for a widget's configuration carries one. */
export const widgetKey = z.object({
  'x-widget-key': z.string().meta({ description: 'The vendor.', example: 'modme' }),
});

/** Every POST that makes something carries one; the same key again gets the same answer. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .meta({ description: 'Made by the sender once per submission, 1–255 printable characters.' }),
});

export const json = <Schema extends z.ZodType>(schema: Schema) => ({
  'application/json': { schema },
});
