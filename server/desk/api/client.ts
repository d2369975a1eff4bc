import type { AppealList, FollowUpList } from '#shared/wire/after-resolution.ts';
import type { NoticeList } from '#shared/wire/watch.ts';
import type { TicketActBody } from '#shared/wire/ticket-act.ts';
import type { AnswerTicketBody, DeskQueue, DeskSession, DeskTicket } from '#shared/wire/desk.ts';
import type { OutboxList } from '#shared/wire/outbox.ts';
import type { ArrivedTicket } from '#shared/wire/arrival.ts';
import type { ArticleHit } from '#shared/wire/articles.ts';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import type { Language, QueueView } from '#shared/vocabulary.ts';
import { besideApi } from '#desk/api/beside.ts';
import { personApi } from '#desk/api/person.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';

/** Everything the desk asks of the server. The session travels in an HttpOnly cookie. */
export type DeskApi = ReturnType<typeof createDeskApi>;

/** One ticket as the agent saw it: acts carry its version and are refused when it moved on. */
export interface SeenTicket {
  readonly vendor: string;
  readonly id: string;
  /** Undefined where the act is meant whatever has changed. */
  readonly version?: number;
  /** Language of the answer. */
  readonly locale: Language;
}

export function createDeskApi(fetch: Fetch) {
  const vendorPath = (vendor: string) => `/v1/desk/vendors/${encodeURIComponent(vendor)}`;
  const ticketPath = (vendor: string, id: string) =>
    `${vendorPath(vendor)}/tickets/${encodeURIComponent(id)}`;

  return {
    beside: besideApi(fetch),
    person: personApi(fetch),
    session: () => requestJson<DeskSession>(fetch, '/v1/desk/session'),
    signIn: (token: string) =>
      requestJson<DeskSession>(fetch, '/v1/desk/session', posting({ token })),
    signOut: () => requestJson<void>(fetch, '/v1/desk/session', { method: 'DELETE' }),

    /** @param after `next` of the page before */
    queue: (vendor: string, view: QueueView, locale: Language, after?: string) => {
      const asked = new URLSearchParams({
        view,
        locale,
        ...(after === undefined ? {} : { after }),
      });
      return requestJson<DeskQueue>(fetch, `${vendorPath(vendor)}/queue?${asked}`);
    },
    /** Takes a prepared request by the one-time code of its message. */
    arrive: (vendor: string, code: string) =>
      requestJson<ArrivedTicket>(fetch, `${vendorPath(vendor)}/arrivals`, posting({ code })),
    outbox: (vendor: string) => requestJson<OutboxList>(fetch, `${vendorPath(vendor)}/outbox`),
    /** Tries a letter once more that was given up. */
    sendAgain: (vendor: string, id: string) =>
      requestJson<void>(
        fetch,
        `${vendorPath(vendor)}/outbox/${encodeURIComponent(id)}/again`,
        posting({}),
      ),
    noticeSeen: (vendor: string, id: string) =>
      requestJson<void>(
        fetch,
        `${vendorPath(vendor)}/notices/${encodeURIComponent(id)}/seen`,
        posting({}),
      ),
    /** @param after `next` of the page before */
    followUps: (vendor: string, state: 'due' | 'asked' | 'person', after?: string) => {
      const asked = new URLSearchParams({ state, ...(after === undefined ? {} : { after }) });
      return requestJson<FollowUpList>(fetch, `${vendorPath(vendor)}/follow-ups?${asked}`);
    },
    /** @param after `next` of the page before */
    appeals: (vendor: string, locale: Language, after?: string) => {
      const asked = new URLSearchParams({ locale, ...(after === undefined ? {} : { after }) });
      return requestJson<AppealList>(fetch, `${vendorPath(vendor)}/appeals?${asked}`);
    },
    /** What calls the agent who is signed in. @param after `next` of the page before */
    notices: (vendor: string, after?: string) => {
      const asked = new URLSearchParams(after === undefined ? {} : { after });
      return requestJson<NoticeList>(fetch, `${vendorPath(vendor)}/notices?${asked}`);
    },
    ticket: (vendor: string, id: string, locale: Language) =>
      requestJson<DeskTicket>(fetch, `${ticketPath(vendor, id)}?locale=${locale}`),

    /** Published articles that answer a question, the best first. */
    articles: (vendor: string, q: string, locale: Language) =>
      requestJson<{ readonly articles: readonly ArticleHit[] }>(
        fetch,
        `${vendorPath(vendor)}/articles/search?${new URLSearchParams({ q, locale })}`,
      ),
    /** `key` stays the same until a final answer, so that a repeated press sends one message. */
    answer: (at: Omit<SeenTicket, 'version'>, body: AnswerTicketBody, key: string) =>
      requestJson<DeskTicket>(
        fetch,
        `${ticketPath(at.vendor, at.id)}/messages?locale=${at.locale}`,
        posting(body, { 'idempotency-key': key }),
      ),
    /** `key` makes a repeated press the same act. */
    act: (seen: SeenTicket, body: TicketActBody, key?: string) =>
      requestJson<DeskTicket>(
        fetch,
        `${ticketPath(seen.vendor, seen.id)}/acts?locale=${seen.locale}`,
        posting(body, {
          ...(seen.version === undefined ? {} : { 'if-match': `"${seen.version}"` }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        }),
      ),

    /** Uploads have no deadline: a slow line may take its time. */
    upload: (vendor: string, file: File, signal: AbortSignal) =>
      requestJson<AttachmentView>(fetch, `${vendorPath(vendor)}/attachments`, {
        method: 'POST',
        headers: {
          'content-type': file.type || 'application/octet-stream',
          'x-file-name': encodeURIComponent(file.name),
        },
        body: file,
        signal,
      }),
    attachmentHref: (vendor: string, id: string) =>
      `${vendorPath(vendor)}/attachments/${encodeURIComponent(id)}`,
  };
}
