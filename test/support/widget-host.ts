import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Problem } from '#shared/wire/problem.ts';
import { ticketReceipt, type TicketReceipt, type TicketThread } from '#shared/wire/ticket.ts';
import { widgetConfig, type WidgetConfig } from '#shared/wire/widget-config.ts';
import { root } from '#test/support/sources.ts';

const nowText = '2026-11-22T13:20:00.000Z';

const promise: WidgetConfig['promise'] = {
  clause: '9',
  dueAt: '2026-11-24T05:00:00.000Z',
  startsAt: '2026-11-23T05:00:00.000Z',
  target: { value: 1, unit: 'businessDay' },
  reading: 'sameClockRoll',
  estimated: false,
  calendar: 'uz-six-day 2026',
  segments: [
    { from: nowText, to: '2026-11-22T19:00:00.000Z', kind: 'closed', reason: 'day_off' },
    {
      from: '2026-11-22T19:00:00.000Z',
      to: '2026-11-23T05:00:00.000Z',
      kind: 'closed',
      reason: 'outside_hours',
    },
    { from: '2026-11-23T05:00:00.000Z', to: '2026-11-23T14:00:00.000Z', kind: 'open' },
    {
      from: '2026-11-23T14:00:00.000Z',
      to: '2026-11-24T05:00:00.000Z',
      kind: 'closed',
      reason: 'outside_hours',
    },
  ],
};

/** A configuration in the wire's shape: two categories, a story, optional steps and files. */
export function sampleConfig(locale: WidgetConfig['locale'] = 'ru'): WidgetConfig {
  const story = (id: string, label: string) =>
    ({
      id,
      kind: 'longtext',
      label,
      requirement: 'required',
      clause: '3.1',
      group: 'story',
    }) as const;
  return widgetConfig.parse({
    key: 'sample',
    locale,
    vendor: { name: 'Sample', product: 'Sample CRM' },
    edition: { id: '2025-11-25', title: 'Policy', date: '2025-11-25', href: '/policy/sample' },
    mode: 'official',
    timezone: { id: 'Asia/Tashkent', label: 'Ташкент' },
    hours: { openNow: false, opensAt: '2026-11-23T05:00:00.000Z', today: [], clause: '7' },
    promise,
    notices: [],
    news: [],
    categories: [
      { id: 'bug', label: 'Ошибка', clause: '3.1', scope: 'in' },
      { id: 'idea', label: 'Идея', clause: '3.1', scope: 'in' },
    ],
    fields: [
      story('did', 'Что делали'),
      story('expected', 'Что ожидали'),
      story('got', 'Что получили'),
      {
        id: 'steps',
        kind: 'steps',
        label: 'Шаги',
        requirement: 'optional',
        clause: '3.1',
        group: 'story',
      },
    ],
    channels: [],
    requester: null,
    anonymousAllowed: true,
    limits: { attachments: 5, attachmentBytes: 5_000_000 },
    reading: null,
    record: ['console', 'network', 'clicks'],
    clauses: { '9': { text: 'Первый ответ за один рабочий день.', href: '/policy/sample#9' } },
    now: nowText,
  });
}

export function sampleReceipt(number: string, subject: string): TicketReceipt {
  return ticketReceipt.parse({
    id: number.toLowerCase(),
    number,
    status: 'open',
    subject,
    createdAt: nowText,
    receivedAt: nowText,
    decision: {
      vendor: 'sample',
      edition: '2025-11-25',
      entitlement: { state: 'entitled', clause: '2' },
      guaranteed: true,
      missing: [],
      scope: { state: 'in', clause: '3.1' },
      route: { kind: 'official', channel: 'widget', clause: '14' },
      firstResponse: promise,
      notices: [],
      rights: [],
    },
  });
}

export interface WidgetHost {
  /** Address of the widget's server; the host page stands on another origin. */
  readonly widgetUrl: string;
  readonly pageUrl: string;
  /** Methods and paths asked for, preflights left out. */
  readonly asked: string[];
  readonly bodies: unknown[];
  readonly keys: string[];
  readonly files: { readonly type: string; readonly bytes: Buffer }[];
  readonly tickets: TicketThread[];
  /** What the service does to a new ticket: answers, is away, or stores and loses the answer. */
  behaviour: 'answers' | 'away' | 'loses_answer';
  /** Answers every new ticket with this refusal. */
  refusal: Problem | undefined;
  /** What browsers reported of a broken policy: one line a report, `directive blocked-uri`. */
  readonly reports: string[];
  /** Answers every file with this refusal. */
  fileRefusal: Problem | undefined;
  close(): Promise<void>;
}

/**
 * Serves a host page and, from another origin, the built widget with a small API in the wire's
 * shapes, so that a browser can be watched without a database.
 *
 * @param page markup of the host page; `WIDGET` becomes the widget's origin
 * @param policy Content-Security-Policy of the host page, same replacement
 * @param files what else the host serves, by path: scripts as they are, other pages like the first one
 */
export async function widgetHost(
  page: string,
  policy?: string,
  files: Readonly<Record<string, string>> = {},
): Promise<WidgetHost> {
  const stored = new Map<string, TicketReceipt>();
  const uploads = new Map<string, { type: string; length: number; bytes: Buffer }>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const widgetUrl = `http://127.0.0.1:${port}`;
  const host: WidgetHost = {
    widgetUrl,
    pageUrl: `http://localhost:${port}/page`,
    asked: [],
    bodies: [],
    keys: [],
    files: [],
    tickets: [],
    behaviour: 'answers',
    refusal: undefined,
    reports: [],
    fileRefusal: undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? '/', widgetUrl);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const open = {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': '*',
      'access-control-allow-headers':
        'authorization, content-type, x-widget-key, idempotency-key, last-event-id, tus-resumable, upload-length, upload-metadata, upload-offset',
      'access-control-expose-headers': 'location, upload-offset, attachment-id, attachment-sha256',
    };
    const send = (status: number, type: string, content: string | Buffer, headers = {}) =>
      response.writeHead(status, { ...open, 'content-type': type, ...headers }).end(content);
    const json = (status: number, value: unknown) =>
      send(status, 'application/json', JSON.stringify(value));
    if (request.method === 'OPTIONS') return send(204, 'text/plain', '');
    host.asked.push(`${request.method} ${pathname}`);

    if (pathname === '/reports') {
      const { 'csp-report': report } = JSON.parse(body.toString()) as {
        'csp-report': Readonly<Record<string, string>>;
      };
      host.reports.push(`${report['effective-directive']} ${report['blocked-uri']}`);
      return send(204, 'text/plain', '');
    }
    const own = pathname === '/page' ? page : files[pathname];
    if (own !== undefined && pathname.endsWith('.js')) return send(200, 'text/javascript', own);
    if (own !== undefined) {
      const headers = policy && {
        'content-security-policy': policy.replaceAll('WIDGET', widgetUrl),
      };
      return send(
        200,
        'text/html; charset=utf-8',
        own.replaceAll('WIDGET', widgetUrl),
        headers || {},
      );
    }
    if (pathname === '/widget.js' || pathname.startsWith('/widget/')) {
      const file = join(root, 'dist/widget', pathname.replace(/^\/widget\//, '/'));
      return readFile(file).then(
        (code) => send(200, 'text/javascript', code),
        () => send(404, 'text/plain', ''),
      );
    }
    const key = request.headers['idempotency-key'];
    if (key) host.keys.push(String(key));
    if (host.behaviour === 'away') return json(503, { code: 'service.unavailable' });
    if (pathname === '/v1/widgets/sample') return json(200, sampleConfig());
    if (pathname === '/v1/changes') {
      // nobody answers here, so that nothing ever changes
      response.writeHead(200, { ...open, 'content-type': 'text/event-stream' });
      return response.write('id: 1\nevent: caught-up\ndata: {"missed":false}\n\n');
    }
    if (pathname.startsWith('/v1/uploads'))
      return host.fileRefusal
        ? json(422, host.fileRefusal)
        : takePiece(pathname, body, request, send);
    if (pathname.startsWith('/v1/attachments/')) {
      const file = host.files[Number(pathname.split('-').at(-1)) - 1];
      return file ? send(200, file.type, file.bytes) : send(404, 'text/plain', '');
    }
    if (pathname === '/v1/tickets' && request.method === 'POST')
      return openTicket(body, request, response, json);
    if (pathname === '/v1/tickets') return json(200, { tickets: [], next: null, now: nowText });
    if (pathname.endsWith('/access-grants')) return json(200, { grants: [] });
    const ticket = host.tickets.find(({ id }) => pathname.startsWith(`/v1/tickets/${id}`));
    if (ticket && request.method === 'POST') {
      const { text } = JSON.parse(body.toString()) as { text: string };
      const id = `reply-${ticket.messages.length}`;
      const message: TicketThread['messages'][number] = {
        id,
        kind: 'reply',
        author: 'requester',
        text,
        createdAt: nowText,
        attachments: [],
      };
      ticket.messages.push(message);
      return json(201, message);
    }
    return ticket ? json(200, ticket) : json(404, { code: 'request.not_found' });
  }

  /** Files come in pieces, each where the one before it ended; the last one makes the file. */
  function takePiece(
    pathname: string,
    body: Buffer,
    request: IncomingMessage,
    send: (status: number, type: string, content: string, headers?: object) => unknown,
  ) {
    const {
      'upload-metadata': said,
      'upload-length': length,
      'upload-offset': at,
    } = request.headers;
    const isNew = request.method === 'POST';
    const id = isNew ? String(uploads.size + 1) : pathname.slice('/v1/uploads/'.length);
    const type = Buffer.from(String(said).split('filetype ')[1] ?? '', 'base64').toString();
    const before = isNew ? { type, length: Number(length), bytes: Buffer.of() } : uploads.get(id);
    if (!before) return send(404, 'text/plain', '');
    if (!isNew && Number(at) !== before.bytes.length) return send(409, 'text/plain', '');
    const upload = { ...before, bytes: Buffer.concat([before.bytes, body]) };
    const { bytes } = upload;
    const isWhole = bytes.length === upload.length;
    uploads.set(id, upload);
    if (isWhole) host.files.push({ type: upload.type, bytes });
    return send(isNew ? 201 : 204, 'text/plain', '', {
      'upload-offset': String(bytes.length),
      ...(isNew && { location: `uploads/${id}` }),
      ...(isWhole && {
        'attachment-id': `file-${host.files.length}`,
        'attachment-sha256': createHash('sha256').update(bytes).digest('hex'),
      }),
    });
  }

  function openTicket(
    body: Buffer,
    request: IncomingMessage,
    response: ServerResponse,
    json: (status: number, value: unknown) => unknown,
  ) {
    const key = String(request.headers['idempotency-key']);
    const ticket = JSON.parse(body.toString()) as {
      answers: { got: string };
      attachments: string[];
    };
    host.bodies.push(ticket);
    if (host.refusal) return json(422, host.refusal);
    if (!stored.has(key)) {
      const receipt = sampleReceipt(`SMP-${stored.size + 1}`, ticket.answers.got);
      stored.set(key, receipt);
      host.tickets.push({
        ...receipt,
        updatedAt: nowText,
        firstRespondedAt: null,
        answers: [],
        articles: [],
        told: { escalation: null, release: null, deferred: null, ending: null, portal: null },
        can: [],
        rules: { appeal: null, followUp: null },
        now: nowText,
        messages: [
          {
            id: 'message-1',
            kind: 'request',
            author: 'requester',
            text: ticket.answers.got,
            createdAt: nowText,
            attachments: ticket.attachments.map((id) => ({
              id,
              name: 'page.png',
              mediaType: 'image/png',
              bytes: 1,
            })),
          },
        ],
      });
    }
    if (host.behaviour !== 'loses_answer') return json(201, stored.get(key));
    host.behaviour = 'answers';
    return response.destroy();
  }

  return host;
}
