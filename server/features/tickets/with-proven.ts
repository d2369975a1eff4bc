import { answersFrom, contextFrom } from '#server/features/portals/proven-answers.ts';
import type { TicketRequest } from '#server/features/tickets/open-ticket.ts';
import type { Policy } from '#server/policy/packs.ts';

/** The request with what is proven of the portal that it comes from, whatever was sent of it. */
export function withProven({ pack }: Policy, request: TicketRequest): TicketRequest {
  const { identity, category, answers, context } = request;
  const portal = identity.kind === 'token' ? identity.portal : undefined;
  return portal
    ? {
        ...request,
        answers: answersFrom(pack, category, portal, answers),
        context: contextFrom(portal, context),
      }
    : request;
}
