import { createRoute, z } from '@hono/zod-openapi';
import { vendorKeyList } from '#shared/wire/vendor-keys.ts';
import type { Deps } from '#server/deps.ts';
import { listVendorKeys } from '#server/features/vendor-keys/vendor-keys.repository.ts';
import type { AppEnv } from '#server/http/app-env.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const keysRoute = createRoute({
  method: 'get',
  path: '/policies/{vendor}/signing-keys',
  summary: 'Public keys that verify receipts and statements of a vendor, as a JSON Web Key Set',
  request: { params: z.object({ vendor: z.string().max(64).meta({ example: 'modme' }) }) },
  responses: {
    200: {
      description: 'The oldest first; former ones go on verifying what they have signed',
      content: json(vendorKeyList),
    },
    ...problems('request.not_found'),
  },
});

/** The keys of a vendor for anybody, below `/v1`. */
export const vendorKeyRoutes = ({ db, policies }: Pick<Deps, 'db' | 'policies'>) =>
  router<AppEnv>().openapi(keysRoute, async (c) => {
    const { vendor } = c.req.valid('param');
    if (!policies.vendors.includes(vendor)) return replyProblem({ code: 'request.not_found' });
    const rows = await listVendorKeys(db, vendor);
    c.header('cache-control', 'public, max-age=60');
    const keys = rows.map(({ kid, publicJwk: { x = '' }, retiredAt }) => ({
      kty: 'OKP' as const,
      crv: 'Ed25519' as const,
      alg: 'EdDSA' as const,
      use: 'sig' as const,
      kid,
      x,
      retiredAt: retiredAt?.toISOString() ?? null,
    }));
    return c.json({ keys }, 200);
  });
