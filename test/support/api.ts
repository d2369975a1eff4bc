import { randomUUID } from 'node:crypto';
import type { DeskQueue, DeskTicket } from '#shared/wire/desk.ts';
import type { TicketReceipt, TicketThread } from '#shared/wire/ticket.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { TestServer } from '#test/support/server.ts';

/** A browser nobody knows: each letter is another one. */
export const device = (letter = 'A'): string => `dev_${letter.repeat(43)}`;

export const errorRequest = {
  category: 'error',
  answers: {
    did: 'Принял оплату',
    expected: '450 000',
    got: 'В строке 0 сум. Долг не закрыт.',
    name: 'Алишер',
    phone: '+998 00 000 00 00',
  },
  locale: 'ru',
} as const;

/** A request of a pack's first category with an answer to every field that takes words. */
export function completeRequest(pack: PolicyPack, category = pack.intake.categories[0]!.id) {
  const sample = {
    url: 'https://portal.example',
    email: 'a@b.example',
    phone: '+998 00 000 00 00',
  };
  const asked = pack.intake.fields.filter(
    ({ kind, categories }) => kind !== 'attachment' && (categories?.includes(category) ?? true),
  );
  const answers = asked.map(({ id, kind, choices }) => [
    id,
    kind === 'steps'
      ? ['Шаг']
      : (choices?.[0]?.id ?? sample[kind as keyof typeof sample] ?? 'Текст'),
  ]);
  return {
    category,
    answers: Object.fromEntries(answers) as Record<string, string | string[]>,
    locale: 'ru',
  };
}

export interface RequestOptions {
  readonly vendor?: string;
  readonly bearer?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls of the requester's side, as a widget makes them. */
export function requesterApi(server: TestServer, defaults: RequestOptions = {}) {
  const headersOf = (options: RequestOptions) => {
    const { vendor = 'modme', bearer = device(), headers = {} } = { ...defaults, ...options };
    return { 'x-widget-key': vendor, authorization: `Bearer ${bearer}`, ...headers };
  };
  const post = (path: string, body: unknown, options: RequestOptions = {}) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': options.key ?? randomUUID(),
        ...headersOf(options),
      },
      body:
        typeof body === 'string' || body instanceof Uint8Array
          ? (body as BodyInit)
          : JSON.stringify(body),
    });
  return {
    post,
    get: (path: string, options: RequestOptions = {}) =>
      fetch(`${server.url}${path}`, { headers: headersOf(options) }),
    open: async (body: unknown = errorRequest, options: RequestOptions = {}) =>
      (await (await post('/v1/tickets', body, options)).json()) as TicketReceipt,
    thread: async (id: string, options: RequestOptions = {}) =>
      (await (
        await fetch(`${server.url}/v1/tickets/${id}`, { headers: headersOf(options) })
      ).json()) as TicketThread,
    upload: (
      bytes: Uint8Array<ArrayBuffer>,
      type: string,
      name = 'page.png',
      options: RequestOptions = {},
    ) =>
      fetch(`${server.url}/v1/attachments`, {
        method: 'POST',
        headers: {
          'content-type': type,
          'x-file-name': encodeURIComponent(name),
          ...headersOf(options),
        },
        body: bytes,
      }),
  };
}

/** Calls of the desk with a session of the demo's agent, or of a given sign-in token. */
export async function deskApi(server: TestServer, token?: string) {
  const signedIn = await fetch(`${server.url}/v1/desk/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: token ?? (await server.signInToken()) }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const at = (vendor: string, path: string) => `${server.url}/v1/desk/vendors/${vendor}${path}`;
  const send =
    (method: 'POST' | 'PUT') =>
    (vendor: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(at(vendor, path), {
        method,
        headers: {
          cookie,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          ...headers,
        },
        body: JSON.stringify(body),
      });
  const post = send('POST');
  return {
    cookie,
    post,
    put: send('PUT'),
    get: (vendor: string, path: string) => fetch(at(vendor, path), { headers: { cookie } }),
    queue: async (vendor: string, view = 'open') =>
      (await (
        await fetch(at(vendor, `/queue?view=${view}`), { headers: { cookie } })
      ).json()) as DeskQueue,
    ticket: async (vendor: string, id: string) =>
      (await (
        await fetch(at(vendor, `/tickets/${id}`), { headers: { cookie } })
      ).json()) as DeskTicket,
    answer: async (vendor: string, id: string, body: object) =>
      (await (await post(vendor, `/tickets/${id}/messages`, body)).json()) as DeskTicket,
  };
}

/** A moving clock that starts at a given instant and moves only when told. */
export function handClock(start: string) {
  let at = Date.parse(start);
  return {
    now: () => at,
    set: (instant: string) => {
      at = Date.parse(instant);
    },
  };
}

export const codeOf = async (response: Response): Promise<[number, string]> => [
  response.status,
  ((await response.json()) as { code: string }).code,
];
