import { createRoute } from '@hono/zod-openapi';
import { alertBody, alertReceipt } from '#shared/wire/watch.ts';
import type { Deps } from '#server/deps.ts';
import { takeAlert } from '#server/features/incidents/take-alert.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf } from '#server/http/desk-route.ts';
import { json, problems, router } from '#server/http/openapi.ts';

const alertRoute = createRoute({
  method: 'post',
  path: '/alerts',
  summary: 'Take an alert of another monitor',
  security: agentsOnly,
  request: {
    params: deskOf,
    body: { content: json(alertBody), required: true },
  },
  responses: {
    200: {
      description: 'Stored; the same alert again is the same ticket',
      content: json(alertReceipt),
    },
    ...problems('sign_in.required', 'vendor.not_allowed', 'request.invalid'),
  },
});

/** Alerts from outside, below `/v1/desk/vendors/:vendor`. */
export function alertRoutes(deps: Deps) {
  return router<DeskEnv>().openapi(alertRoute, async (c) =>
    c.json(await takeAlert(deps, c.req.valid('param').vendor, c.req.valid('json')), 200),
  );
}
