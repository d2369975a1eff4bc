import { bodyOf } from '#server/features/event-log/event-body.ts';
import { placeInQueue } from '#server/features/life/ticket-columns.ts';
import { deadlinesOf } from '#server/policy/life/deadlines.ts';
import { evolve } from '#server/policy/life/evolve.ts';
import { openedEvent } from '#server/policy/life/open-life.ts';
import { lettersOf } from '#server/policy/search/words.ts';
import { policyOf } from '#test/support/policies.ts';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { connect, type Client } from '#server/db/connect.ts';
import { writeTickets } from '#server/features/tickets/write-tickets.ts';
import type { TicketDraft } from '#server/features/tickets/ticket-draft.ts';
import type { TicketReceipt } from '#shared/wire/ticket.ts';
import { startCluster } from '#test/support/cluster.ts';
import { device, errorRequest } from '#test/support/api.ts';
import { root } from '#test/support/sources.ts';

/**
 * `npm run bench:intake`: tickets per second over HTTP beside the same statement straight through the
 * driver, in turns, at 1, 8 and 32 connections; the better of the rounds each. About a minute.
 */

const policy = policyOf('modme');
const seconds = Number(process.env['BENCH_SECONDS'] ?? 3);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 2);
/** A server is measured as it is after thousands of requests, when what is hot has been compiled. */
const warmUpSeconds = seconds * 3;
const connections = [1, 8, 32];

const cluster = await startCluster('embedded');
const dataDir = mkdtempSync(join(tmpdir(), 'reglament-bench-'));
const server = spawn(process.execPath, ['dist/server/main.js', 'serve'], {
  cwd: root,
  env: {
    PATH: process.env['PATH'],
    DATABASE_URL: cluster.url,
    SECRET_KEY: 'A'.repeat(43),
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const connection = connect({ url: cluster.url });
try {
  const url = await addressOf(server.stdout);
  const draft = await draftLike(url);
  await overHttp(url, 32, warmUpSeconds);
  console.log('connections   bare statement/s   over HTTP/s   ratio');
  for (const amount of connections) {
    let [bare, http] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      bare = Math.max(bare, await throughDriver(connection.client, draft, amount));
      http = Math.max(http, await overHttp(url, amount, seconds));
    }
    const row = [
      String(amount).padEnd(13),
      bare.toFixed(0).padStart(15),
      http.toFixed(0).padStart(13),
    ];
    console.log(`${row.join(' ')} ${(http / bare).toFixed(2).padStart(8)}`);
  }
  console.log(`memory of the server: ${memoryMegabytes(server.pid ?? 0)} MB (PSS)`);
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await connection.close();
  await cluster.remove();
  rmSync(dataDir, { recursive: true, force: true });
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const chunk of output) {
    const found = /http:\/\/[\d.]+:\d+/.exec(String(chunk))?.[0];
    if (found) return found;
  }
  throw new Error('the server did not start');
}

/** What the server wrote for one request, to write the same again. */
async function draftLike(url: string): Promise<TicketDraft> {
  const response = await fetch(`${url}/v1/tickets`, request(randomUUID()));
  if (response.status !== 201) throw new Error(await response.text());
  const receipt = (await response.json()) as TicketReceipt;
  const at = Date.parse(receipt.createdAt);
  const opened = openedEvent(policy, receipt.decision, {
    category: errorRequest.category,
    severity: 'normal',
    digest: 'x'.repeat(64),
    receivedAt: receipt.receivedAt,
  });
  const life = evolve(null, opened, at);
  const openedBody = bodyOf({
    ticketId: receipt.id,
    kind: 'opened',
    at: new Date(at),
    actor: { kind: 'requester', id: 'rqr_bench' },
    params: opened.params,
  });
  return {
    tenantId: 'modme',
    ticketId: '',
    messageId: '',
    idempotencyKey: '',
    requestHash: 'x'.repeat(43),
    requester: {
      id: 'rqr_bench',
      identity: 'device',
      provenBy: null,
      name: errorRequest.answers.name,
      email: null,
      emailVerified: false,
      phone: errorRequest.answers.phone,
      organisation: null,
      position: null,
      contract: null,
      plan: null,
      category: null,
      region: null,
      timezone: null,
    },
    status: 'open',
    category: errorRequest.category,
    channel: 'widget',
    subject: receipt.subject,
    text: Object.values(errorRequest.answers).join('\n'),
    letters: lettersOf(Object.values(errorRequest.answers).join('\n')),
    answers: errorRequest.answers,
    context: {},
    attachments: [],
    locale: 'ru',
    plan: null,
    organisation: null,
    contract: null,
    edition: receipt.decision.edition,
    decision: receipt.decision,
    bridgeCode: null,
    createdAt: receipt.createdAt,
    receivedAt: receipt.receivedAt,
    dueAt: receipt.decision.firstResponse.dueAt,
    grants: [],
    articles: [],
    mailTo: [],
    portal: null,
    handOverTo: null,
    shown: [],
    salt: 'x'.repeat(43),
    openedBody,
    life,
    queueKey: placeInQueue(policy.pack, life, { plan: null, createdAt: at }),
    ideaDueAt: null,
    timers: deadlinesOf(policy, life).map(({ kind, fireAt }) => ({
      kind,
      fireAt: new Date(fireAt).toISOString(),
    })),
  };
}

/** One draft a statement, as many at a time as there are connections. */
async function throughDriver(client: Client, draft: TicketDraft, amount: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let written = 0;
  const write = async () => {
    while (performance.now() < until) {
      const [ticketId, messageId, idempotencyKey] = [randomUUID(), randomUUID(), randomUUID()];
      await writeTickets(client, [{ ...draft, ticketId, messageId, idempotencyKey }]);
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: amount }, write));
  return written / seconds;
}

async function overHttp(url: string, amount: number, duration: number): Promise<number> {
  const { headers, ...rest } = request('');
  const result = await autocannon({
    url: `${url}/v1/tickets`,
    connections: amount,
    duration,
    requests: [
      {
        ...rest,
        method: 'POST',
        setupRequest: (prepared) => ({
          ...prepared,
          headers: { ...headers, 'idempotency-key': randomUUID() },
        }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} refusals, ${result.errors} errors`);
  }
  return result['2xx'] / result.duration;
}

function request(key: string) {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-widget-key': 'modme',
      authorization: `Bearer ${device()}`,
      'idempotency-key': key,
    },
    body: JSON.stringify(errorRequest),
  };
}

function memoryMegabytes(pid: number): string {
  const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return (Number(pss) / 1024).toFixed(0);
}
