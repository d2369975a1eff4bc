import type { DeskAccessList, RevealedAccess } from '#shared/wire/access.ts';
import type { UsedArticles } from '#shared/wire/articles.ts';
import type { ColleagueList } from '#shared/wire/colleagues.ts';
import type { GuestInvited, GuestList } from '#shared/wire/guests.ts';
import type { TicketTime, TimePreview } from '#shared/wire/hours.ts';
import type { KnownProblemList } from '#shared/wire/known-problems.ts';
import type { MeetingList } from '#shared/wire/meetings.ts';
import type { OrderView } from '#shared/wire/orders.ts';
import type { ParticipantList } from '#shared/wire/participants.ts';
import type { Language } from '#shared/vocabulary.ts';
import { readRegistry } from '#desk/api/registry.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';

/** A ticket by its address. */
export interface TicketAt {
  readonly vendor: string;
  readonly id: string;
}

/** What the desk asks about the people, times and things beside a ticket. */
export type BesideApi = ReturnType<typeof besideApi>;

export function besideApi(fetch: Fetch) {
  const vendorPath = (vendor: string) => `/v1/desk/vendors/${encodeURIComponent(vendor)}`;
  const path = ({ vendor, id }: TicketAt, rest: string) =>
    `${vendorPath(vendor)}/tickets/${encodeURIComponent(id)}${rest}`;
  const get = <Value>(at: TicketAt, rest: string) => requestJson<Value>(fetch, path(at, rest));
  const post = <Value>(at: TicketAt, rest: string, body: object, key?: string) =>
    requestJson<Value>(fetch, path(at, rest), posting(body, key ? { 'idempotency-key': key } : {}));

  return {
    time: (at: TicketAt) => get<TicketTime>(at, '/time'),
    previewTime: (at: TicketAt, minutes: number, ownError: boolean) =>
      get<TimePreview>(at, `/time/preview?minutes=${minutes}&ownError=${ownError}`),
    access: (at: TicketAt, locale: Language) =>
      get<DeskAccessList>(at, `/access-grants?locale=${locale}`),
    /** Every view is written into the ticket's history. */
    reveal: (at: TicketAt, grant: string) =>
      post<RevealedAccess>(at, `/access-grants/${encodeURIComponent(grant)}/reveal`, {}),
    guests: (at: TicketAt) => get<GuestList>(at, '/guests'),
    invite: (at: TicketAt, body: object, key: string) =>
      post<GuestInvited>(at, '/guests', body, key),
    revokeGuest: (at: TicketAt, guest: string) =>
      requestJson<GuestList>(fetch, path(at, `/guests/${encodeURIComponent(guest)}`), {
        method: 'DELETE',
      }),
    meetings: (at: TicketAt) => get<MeetingList>(at, '/meetings'),
    participants: (at: TicketAt) => get<ParticipantList>(at, '/participants'),
    removeParticipant: (at: TicketAt, agent: string) =>
      requestJson<ParticipantList>(fetch, path(at, `/participants/${encodeURIComponent(agent)}`), {
        method: 'DELETE',
      }),
    orders: (at: TicketAt) => get<{ readonly orders: readonly OrderView[] }>(at, '/orders'),
    decideOrder: ({ vendor }: TicketAt, order: string, act: string, body: object, key: string) =>
      requestJson<OrderView>(
        fetch,
        `${vendorPath(vendor)}/orders/${encodeURIComponent(order)}/${act}`,
        posting(body, { 'idempotency-key': key }),
      ),
    articles: (at: TicketAt, locale: Language) =>
      get<UsedArticles>(at, `/articles?locale=${locale}`),
    /** Known problems that it is about. */
    problems: (at: TicketAt) => get<Pick<KnownProblemList, 'problems'>>(at, '/known-problems'),
    /** What answers of a vendor may point at. */
    registry: (vendor: string, locale: Language) => readRegistry(fetch, vendor, locale),
    colleagues: (vendor: string) =>
      requestJson<ColleagueList>(fetch, `${vendorPath(vendor)}/agents`),
    /** Any other act beside a ticket; `key` makes a repeated press the same act. */
    post: (at: TicketAt, rest: string, body: object, key?: string) =>
      post<unknown>(at, rest, body, key),
  };
}
