import { isTransient, type ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import { keepOrder, pendingOrder, type Order } from '#widget/controllers/order.ts';
import {
  nextSubmission,
  retryDelaySeconds,
  type Submission,
  type SubmissionEvent,
} from '#widget/controllers/submission.ts';
import type { KeyedStorage } from '#widget/storage.ts';

export interface SenderDeps {
  readonly api: Pick<Api, 'upload' | 'openTicket'>;
  readonly storage: KeyedStorage;
  /** Resolves after so many seconds, or earlier when the connection comes back. */
  readonly pause: (seconds: number) => Promise<void>;
  readonly changed: (state: Submission) => void;
  readonly uploading: (localId: string, share: number) => void;
}

/** Brings one request to a final answer however often the way breaks: same key, same body. */
export interface Sender {
  readonly state: Submission;
  send(order: Order, files: readonly KeptFile[]): Promise<void>;
  /** Goes on with what an earlier page could not deliver, as the same person. */
  resume(signed: boolean): void;
  /** Back to writing after a final answer. */
  writeOn(): void;
}

const withFileId = (order: Order, localId: string, id: string): Order => ({
  ...order,
  files: order.files.map((file) => (file.localId === localId ? { ...file, id } : file)),
});

export function createSender(deps: SenderDeps): Sender {
  let state: Submission = { phase: 'writing' };
  const apply = (event: SubmissionEvent) => {
    state = nextSubmission(state, event);
    deps.changed(state);
  };
  const keep = (order: Order) => keepOrder(deps.storage, order);
  const forget = (order: Order) => {
    if (pendingOrder(deps.storage)?.key === order.key) deps.storage.remove('sending');
  };
  const refuse = (order: Order, failure: ApiFailure, file?: string) => {
    forget(order);
    apply({ kind: 'refused', failure, ...(file !== undefined && { file }) });
  };
  const waitAfter = async (failure: ApiFailure) => {
    apply({ kind: 'unreachable', failure });
    await deps.pause(retryDelaySeconds(state.phase === 'waiting' ? state.attempt : 1));
    apply({ kind: 'retried' });
  };

  /** Every file once; a file whose bytes are gone stays without id. Undefined after a refusal. */
  async function upload(start: Order, kept: readonly KeptFile[]): Promise<Order | undefined> {
    let order = start;
    for (const { localId, id } of start.files) {
      const file = kept.find((one) => one.localId === localId);
      if (id !== undefined || !file) continue;
      for (;;) {
        const answer = await deps.api.upload(file.blob, file.name, (share) =>
          deps.uploading(localId, share),
        );
        if (answer.ok) {
          order = withFileId(order, localId, answer.value.id);
          keep(order);
          break;
        }
        if (!isTransient(answer.failure)) return void refuse(order, answer.failure, localId);
        await waitAfter(answer.failure);
      }
    }
    return order;
  }

  async function run(start: Order, kept: readonly KeptFile[]): Promise<void> {
    keep(start);
    apply({ kind: 'sent' });
    const uploaded = start.body === undefined ? await upload(start, kept) : start;
    if (!uploaded) return;
    const attachments = uploaded.files.flatMap(({ id }) => id ?? []);
    const body = uploaded.body ?? JSON.stringify({ ...uploaded.ticket, attachments });
    keep({ ...uploaded, body });
    for (;;) {
      const answer = await deps.api.openTicket(body, start.key);
      if (answer.ok) {
        const lost = uploaded.files.filter(({ id }) => id === undefined).map(({ name }) => name);
        forget(start);
        return apply({ kind: 'delivered', receipt: answer.value, lost });
      }
      if (!isTransient(answer.failure)) return refuse(start, answer.failure);
      await waitAfter(answer.failure);
    }
  }

  const busy = () => state.phase === 'sending' || state.phase === 'waiting';
  return {
    get state() {
      return state;
    },
    async send(order, files) {
      if (!busy()) await run(order, files);
    },
    resume(signed) {
      const order = pendingOrder(deps.storage);
      if (order && order.signed === signed && !busy()) void run(order, []);
    },
    writeOn: () => apply({ kind: 'written_on' }),
  };
}
