import { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '#server/deps.ts';
import { isUnavailable } from '#server/db/unavailable.ts';
import { QueueFull } from '#server/db/group-commit.ts';
import { consentRoutes } from '#server/features/consent/consent.routes.ts';
import { conditionRoutes } from '#server/features/conditions/conditions.routes.ts';
import { demoRoutes } from '#server/demo/demo.routes.ts';
import { tryRoutes } from '#server/demo/try.routes.ts';
import { accessRoutes } from '#server/features/access/access.routes.ts';
import { deskAccessRoutes } from '#server/features/access/desk-access.routes.ts';
import { agentNoticeRoutes } from '#server/features/agent-notices/agent-notices.routes.ts';
import { announcementRoutes } from '#server/features/announcements/announcements.routes.ts';
import { newsForEverybody } from '#server/features/announcements/news-for-everybody.ts';
import { choiceRoutes } from '#server/features/choices/choices.routes.ts';
import { colleagueRoutes } from '#server/features/agents/colleagues.routes.ts';
import { sessionRoutes } from '#server/features/agents/session.routes.ts';
import { apiKeyRoutes } from '#server/features/api-keys/api-keys.routes.ts';
import { articlePageRoutes } from '#server/features/articles/article-page.routes.ts';
import { articleRoutes } from '#server/features/articles/articles.routes.ts';
import { deskArticleRoutes } from '#server/features/articles/desk-articles.routes.ts';
import { attachmentRoutes } from '#server/features/attachments/attachments.routes.ts';
import { deskAttachmentRoutes } from '#server/features/attachments/desk-attachments.routes.ts';
import { personalDataRoutes } from '#server/features/erasure/personal-data.routes.ts';
import { changeRoutes } from '#server/features/changes/changes.routes.ts';
import { closedDaysRoutes } from '#server/features/calendars/closed-days.routes.ts';
import { checkRoutes } from '#server/features/checks/checks.routes.ts';
import { criticalTrackRoutes } from '#server/features/critical-track/critical-track.routes.ts';
import {
  deskExplanationRoutes,
  explanationRoutes,
} from '#server/features/explanations/explanations.routes.ts';
import { policyExplanationRoutes } from '#server/features/explanations/policy-explanations.routes.ts';
import { answerFollowUp } from '#server/features/follow-up/answer-follow-up.ts';
import { afterResolutionRoutes } from '#server/features/follow-up/after-resolution.routes.ts';
import { hoursRoutes } from '#server/features/hours/hours.routes.ts';
import { planTaskRoutes } from '#server/features/plan-tasks/plan-tasks.routes.ts';
import { orderRoutes } from '#server/features/orders/orders.routes.ts';
import { deskGuestRoutes } from '#server/features/guests/desk-guests.routes.ts';
import { guestRoutes } from '#server/features/guests/guest.routes.ts';
import { healthRoutes } from '#server/features/health/health.routes.ts';
import { ideaRoutes } from '#server/features/ideas/ideas.routes.ts';
import { interactionRoutes } from '#server/features/interactions/interactions.routes.ts';
import { alertRoutes } from '#server/features/incidents/alerts.routes.ts';
import { deskMeetingRoutes } from '#server/features/meetings/desk-meetings.routes.ts';
import { meetingRoutes } from '#server/features/meetings/meetings.routes.ts';
import { onCallRoutes } from '#server/features/on-call/on-call.routes.ts';
import { contractRoutes } from '#server/features/organisations/contracts.routes.ts';
import { organisationRoutes } from '#server/features/organisations/organisations.routes.ts';
import { messageSearchRoutes } from '#server/features/messages/message-search.routes.ts';
import { outboxRoutes } from '#server/features/outbox/outbox.routes.ts';
import { participantRoutes } from '#server/features/participants/participants.routes.ts';
import { editionFeedRoutes } from '#server/features/policy-page/edition-feed.routes.ts';
import { editionRoutes } from '#server/features/policies/editions.routes.ts';
import { policyPageRoutes } from '#server/features/policy-page/policy-page.routes.ts';
import { securityTxtRoutes } from '#server/features/policy-page/security-txt.routes.ts';
import { knownProblemRoutes } from '#server/features/known-problems/known-problems.routes.ts';
import { advisoryPageRoutes } from '#server/features/advisories/advisory-pages.routes.ts';
import { advisoryRoutes } from '#server/features/advisories/advisories.routes.ts';
import { releaseRoutes } from '#server/features/releases/releases.routes.ts';
import { portalEntryRoutes } from '#server/features/portals/entry.routes.ts';
import { portalEventRoutes } from '#server/features/portals/events.routes.ts';
import { portalContractRoutes } from '#server/features/portals/contract.routes.ts';
import { portalSessionRoutes } from '#server/features/portals/session.routes.ts';
import { deskPortalRoutes } from '#server/features/portals/desk-portals.routes.ts';
import { portalRoutes } from '#server/features/portals/portals.routes.ts';
import {
  ownStatementRoutes,
  statementRoutes,
} from '#server/features/statements/statements.routes.ts';
import { surveyPageRoutes } from '#server/features/surveys/survey-page.routes.ts';
import { surveyCommentRoutes } from '#server/features/surveys/survey-comments.routes.ts';
import { surveyWaveRoutes } from '#server/features/surveys/survey-waves.routes.ts';
import { reportRoutes } from '#server/features/reports/reports.routes.ts';
import { arrivalRoutes } from '#server/features/tickets/arrivals.routes.ts';
import { deskRoutes } from '#server/features/tickets/desk.routes.ts';
import { ownTicketActRoutes } from '#server/features/tickets/own-ticket-acts.routes.ts';
import { ticketListRoutes } from '#server/features/tickets/ticket-list.routes.ts';
import { ticketRoutes } from '#server/features/tickets/tickets.routes.ts';
import { sameVersionOnly, speaksResumable } from '#server/features/uploads/resumable.ts';
import { uploadRoutes } from '#server/features/uploads/uploads.routes.ts';
import { vendorKeyRoutes } from '#server/features/vendor-keys/vendor-keys.routes.ts';
import { vendorPortalNewsRoutes } from '#server/features/vendor-portal/news.routes.ts';
import { vendorPortalRoutes } from '#server/features/vendor-portal/vendor-portal.routes.ts';
import { webhookRoutes } from '#server/features/webhooks/webhooks.routes.ts';
import { widgetRoutes } from '#server/features/widgets/widgets.routes.ts';
import type { AppEnv, DeskEnv, GuestEnv, RequesterEnv } from '#server/http/app-env.ts';
import { cleanAddress } from '#server/http/clean-address.ts';
import { deskSide, sameOriginOnly, visibleTicket } from '#server/http/desk-side.ts';
import { faultOf } from '#server/http/fault.ts';
import { guestSide } from '#server/http/guest-side.ts';
import { jsonBody, jsonBodyBut } from '#server/http/json-body.ts';
import { problemResponse } from '#server/http/problem-reply.ts';
import { serveOpenApi } from '#server/http/openapi-document.ts';
import { requestId } from '#server/http/request-id.ts';
import { requesterSide } from '#server/http/requester-side.ts';
import { securityHeaders } from '#server/http/security-headers.ts';
import { staticFiles } from '#server/http/static-files.ts';
import { widgetVersions } from '#server/widget-versions.ts';

/** The whole server as one Hono app. Does nothing until it is asked. */
export function createApp(deps: Deps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  const { demoPortals } = deps;
  if (demoPortals) {
    // hosts of their own at the same port, with headers of their own
    app.use(async (c, next) => (await demoPortals.answer(c.req.raw)) ?? next());
    app.get('/demo/bitrix24', (c) => c.redirect(demoPortals.start));
  }
  app.use(requestId(deps));
  app.use(securityHeaders);
  app.use(cleanAddress);
  app.onError((error, c) => {
    if (isUnavailable(error) || error instanceof QueueFull) {
      return problemResponse({ code: 'service.unavailable' });
    }
    deps.log.error({ fault: faultOf(error), requestId: c.var.requestId }, 'fault');
    return problemResponse({ code: 'service.fault' });
  });
  app.notFound(() => problemResponse({ code: 'request.not_found' }));

  app.route('/', healthRoutes(deps));
  app.route('/v1/desk', deskApi(deps));
  app.use('/v1/portals/*', sameOriginOnly(deps), jsonBody);
  app.route('/v1', portalSessionRoutes(deps));
  app.route('/v1', guestApi(deps));
  app.route('/v1', requesterApi(deps));
  serveOpenApi(app, deps.publicUrl);

  app.route('/', closedDaysRoutes(deps));
  app.route('/', editionFeedRoutes(deps));
  app.route('/', securityTxtRoutes(deps));
  app.route('/', policyPageRoutes(deps, newsForEverybody(deps)));
  app.route('/', articlePageRoutes(deps));
  app.route('/', advisoryPageRoutes(deps));
  app.route('/', surveyPageRoutes(deps, answerFollowUp(deps)));
  app.route('/', portalEntryRoutes(deps));
  app.route('/', portalEventRoutes(deps));
  app.route('/', vendorPortalNewsRoutes(deps));
  if (deps.signAsHost) {
    app.route('/', demoRoutes(deps.signAsHost));
    app.route(
      '/',
      tryRoutes(deps, (request, env) => app.fetch(request, env)),
    );
  }
  app.route('/', staticFiles(deps.config.DEMO, widgetVersions(deps.config.DATA_DIR)));
  return app;
}

function requesterApi(deps: Deps) {
  const api = new OpenAPIHono<RequesterEnv>();
  const side = requesterSide(deps);
  api.use('/uploads/*', speaksResumable(deps.config.ATTACHMENT_LIMIT_BYTES));
  for (const path of [
    '/widgets/:key',
    '/changes',
    '/tickets/*',
    '/attachments/*',
    '/uploads/*',
    '/articles/*',
    '/statements/*',
    '/consent/*',
    '/portals/:vendor/contract',
  ])
    api.use(path, side);
  api.use('/uploads/*', sameVersionOnly);
  for (const path of ['/tickets/*', '/articles/*', '/consent/*']) api.use(path, jsonBody);
  api.route('/', widgetRoutes(deps));
  api.route('/', changeRoutes(deps));
  api.route('/', ticketRoutes(deps));
  api.route('/', ownTicketActRoutes(deps));
  api.route('/', meetingRoutes(deps));
  api.route('/', accessRoutes(deps));
  api.route('/', consentRoutes(deps));
  api.route('/', portalContractRoutes(deps));
  api.route('/', articleRoutes(deps));
  api.route('/', attachmentRoutes(deps));
  api.route('/', uploadRoutes(deps));
  api.route('/', explanationRoutes(deps));
  api.route('/', ownStatementRoutes(deps));
  api.route('/', policyExplanationRoutes(deps));
  api.route('/', editionRoutes(deps));
  api.route('/', vendorKeyRoutes(deps));
  return api;
}

function guestApi(deps: Deps) {
  const api = new OpenAPIHono<GuestEnv>();
  api.use('/guest/*', guestSide(deps), jsonBody);
  api.route('/', guestRoutes(deps));
  return api;
}

function deskApi(deps: Deps) {
  const api = new OpenAPIHono<DeskEnv>();
  api.use(sameOriginOnly(deps));
  api.use('/session', jsonBody);
  api.use('/vendors/:vendor/*', deskSide(deps), jsonBodyBut('/attachments'));
  for (const path of ['', '/*'])
    api.use(`/vendors/:vendor/tickets/:id${path}`, visibleTicket(deps));
  api.route('/', sessionRoutes(deps));
  api.route('/vendors/:vendor', deskRoutes(deps));
  api.route('/vendors/:vendor', arrivalRoutes(deps));
  api.route('/vendors/:vendor', ticketListRoutes(deps));
  api.route('/vendors/:vendor', afterResolutionRoutes(deps));
  api.route('/vendors/:vendor', deskAccessRoutes(deps));
  api.route('/vendors/:vendor', deskAttachmentRoutes(deps));
  api.route('/vendors/:vendor', conditionRoutes(deps));
  api.route('/vendors/:vendor', contractRoutes(deps));
  api.route('/vendors/:vendor', organisationRoutes(deps));
  api.route('/vendors/:vendor', outboxRoutes(deps));
  api.route('/vendors/:vendor', deskExplanationRoutes(deps));
  api.route('/vendors/:vendor', onCallRoutes(deps));
  api.route('/vendors/:vendor', checkRoutes(deps));
  api.route('/vendors/:vendor', alertRoutes(deps));
  api.route('/vendors/:vendor', criticalTrackRoutes(deps));
  api.route('/vendors/:vendor', agentNoticeRoutes(deps));
  api.route('/vendors/:vendor', colleagueRoutes(deps));
  api.route('/vendors/:vendor', choiceRoutes(deps));
  api.route('/vendors/:vendor', announcementRoutes(deps));
  api.route('/vendors/:vendor', surveyWaveRoutes(deps));
  api.route('/vendors/:vendor', surveyCommentRoutes(deps));
  api.route('/vendors/:vendor', portalRoutes(deps));
  api.route('/vendors/:vendor', deskPortalRoutes(deps));
  api.route('/vendors/:vendor', participantRoutes(deps));
  api.route('/vendors/:vendor', interactionRoutes(deps));
  api.route('/vendors/:vendor', hoursRoutes(deps));
  api.route('/vendors/:vendor', orderRoutes(deps));
  api.route('/vendors/:vendor', deskGuestRoutes(deps));
  api.route('/vendors/:vendor', planTaskRoutes(deps));
  api.route('/vendors/:vendor', deskMeetingRoutes(deps));
  api.route('/vendors/:vendor', ideaRoutes(deps));
  api.route('/vendors/:vendor', deskArticleRoutes(deps));
  api.route('/vendors/:vendor', releaseRoutes(deps));
  api.route('/vendors/:vendor', knownProblemRoutes(deps));
  api.route('/vendors/:vendor', advisoryRoutes(deps));
  api.route('/vendors/:vendor', messageSearchRoutes(deps));
  api.route('/vendors/:vendor', reportRoutes(deps));
  api.route('/vendors/:vendor', statementRoutes(deps));
  api.route('/vendors/:vendor', apiKeyRoutes(deps));
  api.route('/vendors/:vendor', personalDataRoutes(deps));
  api.route('/vendors/:vendor', vendorPortalRoutes(deps));
  api.route('/vendors/:vendor', webhookRoutes(deps));
  return api;
}
