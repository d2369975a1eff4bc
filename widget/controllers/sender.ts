import { scrubText } from '#shared/scrub/scrub-text.ts';
import { isTransient, type ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import type { Order, OrderFile } from '#widget/controllers/order.ts';
import {
  nextSubmission,
  retryDelaySeconds,
  type Submission,
  type SubmissionEvent,
} from '#widget/controllers/submission.ts';

export interface SenderDeps {
  readonly api: Pick<Api, 'upload' | 'openTicket'>;
  /** Resolves after so many seconds, or earlier when the connection comes back. */
  readonly pause: (seconds: number) => Promise<void>;
  readonly changed: (state: Submission) => void;
  /** Told how far a file is. */
  readonly uploading: (localId: string, part: Pick<KeptFile, 'progress' | 'state'>) => void;
  /** Whether whoever has written it is there. @throws where nobody can tell at present */
  readonly mine: (order: Order) => Promise<boolean>;
  /** Keeps what has changed of it. */
  readonly keep: (order: Order) => Promise<void>;
  /** After a final answer, before it is shown. */
  readonly delivered: (order: Order) => Promise<void>;
  readonly refused: (order: Order) => Promise<void>;
}

/** Brings one request to a final answer however often the way breaks: same key, same body. */
export interface Sender {
  readonly state: Submission;
  busy(): boolean;
  /** @param files those that are there; the others are lost */
  run(order: Order, files: readonly KeptFile[]): Promise<void>;
  /** Back to writing after a final answer. */
  writeOn(): void;
}

const withFile = (order: Order, localId: string, part: Partial<Order['files'][number]>): Order => ({
  ...order,
  files: order.files.map((file) => (file.localId === localId ? { ...file, ...part } : file)),
});

export function createSender(deps: SenderDeps): Sender {
  let state: Submission = { phase: 'writing' };
  const apply = (event: SubmissionEvent) => {
    state = nextSubmission(state, event);
    deps.changed(state);
  };
  const refuse = async (order: Order, failure: ApiFailure, file?: string) => {
    await deps.refused(order);
    for (const { localId } of order.files)
      deps.uploading(localId, { state: undefined, progress: undefined });
    apply({ kind: 'refused', failure, ...(file !== undefined && { file }) });
  };
  const waitAfter = async (failure: ApiFailure) => {
    apply({ kind: 'unreachable', failure });
    await deps.pause(retryDelaySeconds(state.phase === 'waiting' ? state.attempt : 1));
    apply({ kind: 'retried' });
  };

  /** False once somebody else is there: the request waits for whoever has written it. */
  async function stillMine(order: Order): Promise<boolean> {
    for (;;) {
      const mine = await deps.mine(order).catch(() => undefined);
      if (mine === false) apply({ kind: 'left' });
      if (mine !== undefined) return mine;
      await waitAfter({ code: 'offline' });
    }
  }

  /** Every file once; a file whose bytes are gone stays without id. Undefined where it ended before. */
  async function upload(start: Order, kept: readonly KeptFile[]): Promise<Order | undefined> {
    let order = start;
    for (const { localId, id } of start.files) {
      const file = kept.find((one) => one.localId === localId);
      if (id !== undefined || !file) continue;
      const keep = async (part: Partial<OrderFile>) => {
        order = withFile(order, localId, part);
        await deps.keep(order);
      };
      for (;;) {
        if (!(await stillMine(order))) return undefined;
        deps.uploading(localId, { state: 'going' });
        const answer = await deps.api.upload({
          file: file.blob,
          name: scrubText(file.name),
          at: order.files.find((one) => one.localId === localId)?.at,
          placed: (at) => keep({ at }),
          progress: (progress) => deps.uploading(localId, { progress }),
        });
        if (answer.ok) {
          await keep({ id: answer.value.id });
          deps.uploading(localId, { state: 'done' });
          break;
        }
        if (!isTransient(answer.failure))
          return void (await refuse(order, answer.failure, localId));
        deps.uploading(localId, { state: 'paused' });
        await waitAfter(answer.failure);
      }
    }
    return order;
  }

  /** The server had it before its secrets were left out: it is among the person's own requests. */
  const wasDelivered = (order: Order, failure: ApiFailure) =>
    order.withheld === true && failure.code === 'idempotency_key.reused';

  return {
    get state() {
      return state;
    },
    busy: () => state.phase === 'sending' || state.phase === 'waiting',
    async run(start, kept) {
      apply({ kind: 'sent' });
      for (const { localId, id } of start.files)
        deps.uploading(localId, { state: id === undefined ? 'waiting' : 'done' });
      const uploaded = start.body === undefined ? await upload(start, kept) : start;
      if (!uploaded) return;
      const attachments = uploaded.files.flatMap(({ id }) => id ?? []);
      const body = uploaded.body ?? JSON.stringify({ ...uploaded.ticket, attachments });
      const whole = { ...uploaded, body };
      await deps.keep(whole);
      for (;;) {
        if (!(await stillMine(whole))) return;
        const answer = await deps.api.openTicket(body, start.key);
        if (answer.ok) {
          const lost = uploaded.files.filter(({ id }) => id === undefined).map(({ name }) => name);
          await deps.delivered(whole);
          return apply({ kind: 'delivered', receipt: answer.value, lost });
        }
        if (wasDelivered(whole, answer.failure)) {
          await deps.delivered(whole);
          return apply({ kind: 'left' });
        }
        if (!isTransient(answer.failure)) return refuse(whole, answer.failure);
        await waitAfter(answer.failure);
      }
    },
    writeOn: () => apply({ kind: 'written_on' }),
  };
}
