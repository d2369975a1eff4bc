import { createRoute, z } from '@hono/zod-openapi';
import { type EditionEntry, editionList } from '#shared/wire/edition.ts';
import type { Deps } from '#server/deps.ts';
import { digestInHex } from '#server/digest.ts';
import type { EditionStanding } from '#server/features/policies/policy-registry.ts';
import type { AppEnv } from '#server/http/app-env.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const editionsRoute = createRoute({
  method: 'get',
  path: '/policies/{vendor}/editions',
  summary: 'Editions of a regulation: which one holds, since when, and as what it was published',
  request: { params: z.object({ vendor: z.string().max(64).meta({ example: 'modme' }) }) },
  responses: {
    200: { description: 'The newest first', content: json(editionList) },
    ...problems('request.not_found'),
  },
});

/** The editions of a regulation for anybody, below `/v1`. */
export const editionRoutes = ({
  policies,
  now,
  publicUrl,
}: Pick<Deps, 'policies' | 'now' | 'publicUrl'>) =>
  router<AppEnv>().openapi(editionsRoute, (c) => {
    const { vendor } = c.req.valid('param');
    const standings = policies.standings(vendor, now());
    if (standings.length === 0) return replyProblem({ code: 'request.not_found' });
    c.header('cache-control', 'public, max-age=60');
    const editions = standings.map((standing) => entryOf(publicUrl, standing));
    return c.json({ vendor, editions }, 200);
  });

function entryOf(publicUrl: string, standing: EditionStanding): EditionEntry {
  const { policy, effect, publication } = standing;
  const { vendor, edition, title, editionDate, links } = policy.pack;
  return {
    edition,
    title,
    editionDate,
    state: stateOf(standing),
    from: effect.state === 'not_published' ? null : effect.from,
    publishedAt: publication?.publishedAt.toISOString() ?? null,
    sha256: publication ? digestInHex(publication.sha256) : null,
    href: `${publicUrl}/policy/${vendor}/${edition}`,
    text: links.text,
  };
}

/** An edition that holds and does not decide has been followed by another. */
const stateOf = ({ inForce, effect }: EditionStanding): EditionEntry['state'] =>
  inForce ? 'in_force' : effect.state === 'in_force' ? 'past' : effect.state;
