import type { AccessGrantView } from '#shared/wire/access.ts';
import type { TicketPage } from '#shared/wire/ticket-list.ts';
import type { AttachmentView, LogReceipt } from '#shared/wire/ticket.ts';
import { orders } from '#server/features/orders/orders.table.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import { completeRequest, requesterApi, type deskApi } from '#test/support/api.ts';
import type { Client } from '#server/db/connect.ts';
import { allTables, filesHolding } from '#test/support/planted.ts';
import type { TestServer } from '#test/support/server.ts';

/** Whose ticket is planted. */
export interface MarkedPerson {
  readonly sub: string;
  /** As the host's token names it. */
  readonly org?: string;
  /** Whether the ticket is resolved, as it is unless said. */
  readonly ended?: boolean;
}

export interface MarkedTicket {
  readonly id: string;
  readonly requester: string;
  readonly api: ReturnType<typeof requesterApi>;
  readonly receipt: LogReceipt | null | undefined;
}

/** A picture of one point. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Marks, each like no other, to be planted wherever something takes words, and looked for afterwards. */
export function marker() {
  const marks: string[] = [];
  return {
    marks,
    next: () => {
      marks.push(`Zq${(planted += 1)}Kx`);
      return marks.at(-1)!;
    },
  };
}
export type Marker = ReturnType<typeof marker>;
let planted = 0;

/** Marks that stand in what is stored or was said, in either case, also as bytes. */
export const marksIn = (whole: string, marks: readonly string[]): string[] =>
  marks.filter(
    (one) =>
      whole.includes(one) ||
      whole.includes(one.toLowerCase()) ||
      whole.includes(Buffer.from(one).toString('hex')),
  );

/** Marks that stand in a table, a file or what was said to the log. */
export const marksLeft = async (
  client: Client,
  server: TestServer,
  logged: string,
  marks: readonly string[],
): Promise<string[]> => [
  ...marksIn(`${await allTables(client)}\n${logged}`, marks),
  ...marks.filter((one) => filesHolding(server.deps.config.DATA_DIR, one).length > 0),
];

/** A ticket of one person with another mark in every place that takes words. */
export async function plantTicket(
  server: TestServer,
  desk: Awaited<ReturnType<typeof deskApi>>,
  pack: PolicyPack,
  { sub, org, ended = true }: MarkedPerson,
  { next: mark }: Marker,
): Promise<MarkedTicket> {
  const claims = {
    sub,
    ...(org === undefined ? {} : { org }),
    email: `${sub.toLowerCase()}@namuna.example`,
    email_verified: true,
  };
  const vendor = pack.vendor;
  const picture = () => new Uint8Array(Buffer.concat([png, Buffer.from(mark())]));
  const api = requesterApi(server, { vendor, bearer: await server.signAsHost(vendor, claims) });
  const request = completeRequest(pack);
  const answers = Object.entries(request.answers).map(([id, answer]) => {
    const kind = pack.intake.fields.find((field) => field.id === id)?.kind;
    if (kind === 'text' || kind === 'longtext') return [id, `${id} ${mark()}`];
    return [id, kind === 'steps' ? [`раз ${mark()}`, `два ${mark()}`] : answer];
  });
  const file = await idOf(await api.upload(picture(), 'image/png', `${mark()}.png`));
  const { id, logReceipt } = await api.open({
    ...request,
    answers: Object.fromEntries(answers) as object,
    attachments: [file],
    context: {
      page: `https://portal.example/${mark()}`,
      title: mark(),
      appVersion: mark(),
      extra: { branch: mark() },
    },
  });
  await desk.post(vendor, `/tickets/${id}/acts`, { act: 'confirm_arrival' });
  await api.post(`/v1/tickets/${id}/messages`, { text: `ещё ${mark()}`, attachments: [] });
  const uploaded = await fetch(`${server.url}/v1/desk/vendors/${vendor}/attachments`, {
    method: 'POST',
    headers: {
      cookie: desk.cookie,
      'content-type': 'image/png',
      'x-file-name': `note-${mark()}.png`,
    },
    body: picture(),
  });
  await desk.answer(vendor, id, {
    kind: 'note',
    text: `для нас ${mark()}`,
    attachments: [await idOf(uploaded)],
  });
  await desk.answer(vendor, id, { kind: 'question', text: `вопрос ${mark()}` });
  const asked = await desk.post(vendor, `/tickets/${id}/access-requests`, { scope: 'portal' });
  const { id: grant } = (await asked.json()) as AccessGrantView;
  await api.post(`/v1/tickets/${id}/access-grants`, { grant, secret: `доступ ${mark()}` });
  await desk.post(vendor, `/tickets/${id}/guests`, {
    name: `Эксперт ${mark()}`,
    email: `${mark().toLowerCase()}@bank.example`,
    help: `помочь ${mark()}`,
  });
  const { requester } = ((await (await desk.get(vendor, '/tickets')).json()) as TicketPage)
    .rows[0]!;
  await desk.post(vendor, '/interactions', {
    kind: 'phone',
    channel: 'phone',
    text: `звонил ${mark()}`,
    name: `Имя ${mark()}`,
    organisation: `Завод ${mark()}`,
    requester,
  });
  // as an accepted order stands, which not every pack provides for
  await server.deps.db.insert(orders).values({
    tenantId: vendor,
    id: `ord_${id}`,
    ticketId: id,
    scope: `доработка ${mark()}`,
    decidedBy: `Подписант ${mark()}`,
    priceMinor: 150_000,
    currency: 'RUB',
    state: 'accepted',
    clause: '5.1',
    proposedBy: 'agt',
    proposedAt: new Date(server.deps.now()),
    decidedAt: new Date(server.deps.now()),
  });
  await desk.answer(vendor, id, {
    kind: 'reply',
    text: `ответ ${mark()}`,
    resolve: ended,
  });
  return { id, requester, api, receipt: logReceipt };
}

const idOf = async (response: Response) => ((await response.json()) as AttachmentView).id;
