import { createRoute, z } from '@hono/zod-openapi';
import { locales } from '#shared/vocabulary.ts';
import { attachmentLimit } from '#shared/wire/ticket.ts';
import { widgetConfig } from '#shared/wire/widget-config.ts';
import type { Deps } from '#server/deps.ts';
import { currentNews, type NewsReader } from '#server/features/announcements/current-news.ts';
import { consentGivenAt } from '#server/features/consent/given-consent.ts';
import { hasArticles } from '#server/features/articles/has-articles.ts';
import { provenAnswers } from '#server/features/portals/proven-answers.ts';
import { requesterOf, vouchingHost, type Identity } from '#server/features/requesters/identity.ts';
import { answersOfClaims, requesterFacts } from '#server/features/requesters/requester-facts.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { json, problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';
import type { Policy } from '#server/policy/packs.ts';
import { widgetView, type WidgetRequester } from '#server/policy/widget/widget-view.ts';

const widgetRoute = createRoute({
  method: 'get',
  path: '/widgets/{key}',
  summary: 'What a widget shows now: form, hours, the promise if sent now',
  request: {
    params: z.object({ key: z.string().meta({ example: 'modme' }) }),
    query: z.object({ locale: z.enum(locales).default('ru') }),
  },
  responses: {
    200: { description: 'In one language, for this requester', content: json(widgetConfig) },
    ...problems('widget.unknown', 'origin.not_allowed', 'identity.rejected', 'service.unavailable'),
  },
});

/** The public configuration of a widget. */
export function widgetRoutes(deps: Deps) {
  return router<RequesterEnv>().openapi(widgetRoute, async (c) => {
    const { tenantId, identity } = c.var;
    const now = deps.now();
    const policy = deps.policies.inForce(tenantId, now);
    if (!policy) return replyProblem({ code: 'widget.unknown' });
    const { locale } = c.req.valid('query');
    const known = await widgetRequester(deps, policy, identity, now);
    const requesterId = requesterOf(identity);
    const view = widgetView(policy, {
      locale,
      now,
      requester: known?.requester ?? null,
      limits: { attachments: attachmentLimit, attachmentBytes: deps.config.ATTACHMENT_LIMIT_BYTES },
      documented: await hasArticles(deps, tenantId, identity),
      consentGivenAt: requesterId ? await consentGivenAt(deps.db, policy.pack, requesterId) : null,
      editionHref: `${deps.publicUrl}/policy/${tenantId}?lang=${locale}`,
    });
    c.header('cache-control', 'no-store');
    const news = await currentNews(deps.db, tenantId, locale, now, known?.reader);
    return c.json({ ...view, news }, 200);
  });
}

async function widgetRequester(
  deps: Deps,
  policy: Policy,
  identity: Identity,
  now: number,
): Promise<{ readonly requester: WidgetRequester; readonly reader: NewsReader } | null> {
  if (identity.kind !== 'token') return null;
  const { claims } = identity;
  const { question, contract, region } = await requesterFacts(deps.db, policy, identity, now);
  return {
    requester: {
      ...question,
      region,
      provenBy: vouchingHost(claims.iss),
      known: {
        ...answersOfClaims(claims),
        ...(identity.portal && provenAnswers(policy.pack, identity.portal)),
      },
    },
    reader: {
      plan: question.entitlement?.plan ?? null,
      organisation: contract?.organisationId ?? null,
    },
  };
}
