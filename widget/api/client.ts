import { fail } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { MessageView, TicketList, TicketReceipt, TicketThread } from '#shared/wire/ticket.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import { having, readAnswer, type Answer } from '#widget/api/answer.ts';
import type { Sending, SentFile } from '#widget/api/upload.ts';
import type { TokenSource } from '#widget/api/identity.ts';

/** The requester's side of the HTTP API. Bodies go as text, so that a repeat is the same to the byte. */
export interface Api {
  config(locale: Locale): Promise<Answer<WidgetConfig>>;
  upload(sending: Sending): Promise<Answer<SentFile>>;
  openTicket(body: string, idempotencyKey: string): Promise<Answer<TicketReceipt>>;
  /** @param query `?after=` with `next` of the page before */
  tickets(query?: string): Promise<Answer<TicketList>>;
  thread(id: string, locale: Locale): Promise<Answer<TicketThread>>;
  reply(id: string, body: string, idempotencyKey: string): Promise<Answer<MessageView>>;
  act(id: string, body: string, idempotencyKey: string): Promise<Answer<unknown>>;
  /** @param init with a time limit that a large file on a slow way keeps */
  file(id: string, init: RequestInit): Promise<Answer<Blob>>;
  /** A call whose answer is read as it comes, as far as the person is known already. */
  call(path: string, init: RequestInit): Promise<Response>;
  /** Whatever else is read or told, by its path under `v1/`, as far as the person is known already. */
  read<Value>(path: string, init: RequestInit): Promise<Answer<Value>>;
}

const timeoutMs = 15_000;

/**
 * @param base address that `v1/…` stands under, with a slash at its end
 * @param key public widget key
 */
export function createApi(base: string, key: string, tokens: TokenSource): Api {
  async function headersOf(need: boolean): Promise<Record<string, string>> {
    const token = await tokens.token(need);
    return { 'X-Widget-Key': key, ...(token && { Authorization: `Bearer ${token}` }) };
  }

  const call = async (path: string, init: RequestInit, need = false) =>
    fetch(`${base}v1/${path}`, {
      signal: AbortSignal.timeout(timeoutMs),
      ...init,
      headers: { ...(await headersOf(need)), ...(init.headers as Record<string, string>) },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });

  async function attempt<Value>(path: string, need: boolean, init: RequestInit, blob = false) {
    try {
      const response = await call(path, init, need);
      const body: unknown =
        blob && response.ok
          ? await response.blob()
          : await response.json().catch((fault: unknown) => {
              if (response.ok) throw fault;
            });
      return readAnswer<Value>(response.status, body);
    } catch {
      return fail({ code: 'offline' as const });
    }
  }

  /** A rejected token is asked for once more: the host's session may have moved on. */
  async function request<Value>(
    path: string,
    need: boolean,
    init: RequestInit = {},
    blob = false,
  ): Promise<Answer<Value>> {
    const answer = await attempt<Value>(path, need, init, blob);
    if (answer.ok || answer.failure.code !== 'identity.rejected') return answer;
    return tokens.refresh() ? attempt<Value>(path, need, init, blob) : answer;
  }

  const post = (body: string, idempotencyKey: string): RequestInit => ({
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
  });
  const part = encodeURIComponent;

  return {
    config: (locale) =>
      having(request<WidgetConfig>(`widgets/${part(key)}?locale=${locale}`, false), 'fields'),
    openTicket: (body, idempotencyKey) =>
      having(request<TicketReceipt>('tickets', true, post(body, idempotencyKey)), 'number'),
    tickets: (query = '') => having(request<TicketList>(`tickets${query}`, true), 'tickets'),
    thread: (id, locale) =>
      having(request<TicketThread>(`tickets/${part(id)}?locale=${locale}`, true), 'messages'),
    reply: (id, body, idempotencyKey) =>
      having(
        request<MessageView>(`tickets/${part(id)}/messages`, true, post(body, idempotencyKey)),
        'id',
      ),
    act: (id, body, idempotencyKey) =>
      request(`tickets/${part(id)}/acts`, true, post(body, idempotencyKey)),
    call,
    read: (path, init) => request(path, false, init),
    file: (id, init) => request(`attachments/${part(id)}`, true, init, true),
    upload: (sending) =>
      import('#widget/api/upload-by-tus.ts')
        .then(({ uploadByTus }) => uploadByTus(`${base}v1/uploads`, () => headersOf(true), sending))
        .catch(() => fail({ code: 'offline' })),
  };
}
