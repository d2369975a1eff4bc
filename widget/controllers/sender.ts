import { storable } from '#shared/storable.ts';
import { scrubText } from '#shared/scrub/scrub-text.ts';
import { isTransient, type Answer, type ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import type { OrderFile, Parcel } from '#widget/controllers/order.ts';
import {
  nextSubmission,
  retryDelaySeconds,
  type Submission,
  type SubmissionEvent,
} from '#widget/controllers/submission.ts';
import { thisDevice } from '#widget/keeping/person.ts';

export interface SenderDeps<Own extends Parcel, Receipt> {
  readonly upload: Api['upload'];
  /** The text to post once its files are there. @param attachments their ids */
  readonly bodyOf: (order: Own, attachments: readonly string[]) => object;
  readonly post: (order: Own, body: string) => Promise<Answer<Receipt>>;
  /** Resolves after so many seconds, or earlier when the connection comes back. */
  readonly pause: (seconds: number) => Promise<void>;
  readonly changed: (state: Submission<Receipt>) => void;
  /** Told how far a file is. */
  readonly uploading: (
    localId: string,
    part: Pick<KeptFile, 'progress' | 'state' | 'failure'>,
  ) => void;
  /** Whether whoever has written it is there. @throws where nobody can tell at present */
  readonly mine: (order: Own) => Promise<boolean>;
  /** Keeps what has changed of it. */
  readonly keep: (order: Own) => Promise<void>;
  /** After a final answer, before it is shown. */
  readonly delivered: (order: Own) => Promise<void>;
  readonly refused: (order: Own) => Promise<void>;
}

/** Brings one request or reply to a final answer however often the way breaks: same key, same body. */
export interface Sender<Own extends Parcel, Receipt> {
  readonly state: Submission<Receipt>;
  busy(): boolean;
  /** @param files those that are there; the others are lost */
  run(order: Own, files: readonly KeptFile[]): Promise<void>;
  /** Back to writing after a final answer. */
  writeOn(): void;
}

const withFile = <Own extends Parcel>(
  order: Own,
  localId: string,
  part: Partial<OrderFile>,
): Own => ({
  ...order,
  files: order.files.map((file) => (file.localId === localId ? { ...file, ...part } : file)),
});

export function createSender<Own extends Parcel, Receipt>(
  deps: SenderDeps<Own, Receipt>,
): Sender<Own, Receipt> {
  let state: Submission<Receipt> = { phase: 'writing' };
  const apply = (event: SubmissionEvent<Receipt>) => {
    state = nextSubmission(state, event);
    deps.changed(state);
  };
  const refuse = async (order: Own, failure: ApiFailure, file?: string) => {
    await deps.refused(order);
    for (const { localId } of order.files)
      deps.uploading(localId, {
        state: undefined,
        progress: undefined,
        ...(localId === file && { failure }),
      });
    if (await stillMine(order))
      apply({ kind: 'refused', failure, ...(file !== undefined && { file }) });
  };
  const waitAfter = async (failure: ApiFailure) => {
    apply({ kind: 'unreachable', failure });
    await deps.pause(retryDelaySeconds(state.phase === 'waiting' ? state.attempt : 1, failure));
    apply({ kind: 'retried' });
  };

  /** False once somebody else is there: the request waits for whoever has written it, and its answer is not shown. */
  async function stillMine(order: Own): Promise<boolean> {
    for (;;) {
      const mine = await deps.mine(order).catch(() => undefined);
      if (mine === false) apply({ kind: 'left' });
      if (mine !== undefined) return mine;
      await waitAfter({ code: 'offline' });
    }
  }

  /** Every file once; a file whose bytes are gone stays without id. Undefined where it ended before. */
  async function upload(start: Own, kept: readonly KeptFile[]): Promise<Own | undefined> {
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
        const answer = await deps.upload({
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
  const wasDelivered = (order: Own, failure: ApiFailure) =>
    order.withheld === true && failure.code === 'idempotency_key.reused';

  return {
    get state() {
      return state;
    },
    busy: () => state.phase === 'sending' || state.phase === 'waiting',
    async run(start, kept) {
      apply({ kind: 'sent' });
      for (const { localId, id } of start.files)
        deps.uploading(localId, {
          state: id === undefined ? 'waiting' : 'done',
          failure: undefined,
        });
      const uploaded = start.body === undefined ? await upload(start, kept) : start;
      if (!uploaded) return;
      const attachments = uploaded.files.flatMap(({ id }) => id ?? []);
      const body = uploaded.body ?? JSON.stringify(deps.bodyOf(uploaded, attachments), storable);
      const whole = { ...uploaded, body };
      await deps.keep(whole);
      for (;;) {
        if (!(await stillMine(whole))) return;
        const answer = await deps.post(whole, body);
        if (answer.ok) {
          const lost = uploaded.files.filter(({ id }) => id === undefined).map(({ name }) => name);
          await deps.delivered(whole);
          // who signs in meanwhile has sent it
          if (whole.person !== thisDevice && !(await stillMine(whole))) return;
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
