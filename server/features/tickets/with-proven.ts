import { answersFrom, contextFrom } from '#server/features/portals/proven-answers.ts';
import { answersOfClaims } from '#server/features/requesters/requester-facts.ts';
import type { TicketRequest } from '#server/features/tickets/open-ticket.ts';
import type { Policy } from '#server/policy/packs.ts';

/** The request with what is proven of the portal and the person that it comes from, whatever was sent of them. */
export function withProven({ pack }: Policy, request: TicketRequest): TicketRequest {
  const { identity, category, answers, context } = request;
  if (identity.kind !== 'token' || !identity.portal) return request;
  const { portal, claims } = identity;
  const own = Object.entries(answersOfClaims(claims)).filter(([field]) => field in answers);
  const sent = { ...answers, ...Object.fromEntries(own) };
  return {
    ...request,
    answers: answersFrom(pack, category, portal, sent),
    context: contextFrom(portal, context),
  };
}
