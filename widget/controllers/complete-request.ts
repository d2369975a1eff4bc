import { scrubText } from '#shared/scrub/scrub-text.ts';
import type { Answer as FieldAnswer } from '#shared/wire/ticket.ts';
import { isTransient, type Answer, type ApiFailure } from '#widget/api/answer.ts';
import type { Api } from '#widget/api/client.ts';
import type { Conversation } from '#widget/controllers/conversation.ts';
import { sendOwnAct } from '#widget/controllers/own-act.ts';
import { retryDelaySeconds } from '#widget/controllers/submission.ts';

export interface Completing {
  readonly api: Pick<Api, 'upload' | 'read'>;
  readonly newId: () => string;
  readonly pause: (seconds: number) => Promise<void>;
  /** Its shelf holds the files that go along. */
  readonly talk: Pick<Conversation, 'shelf' | 'hasLeft'>;
  /** Told of each attempt that has to be made again. */
  readonly waiting: (why: ApiFailure) => void;
}

/** Adds to a request what it lacked, its files first; tries again until there is a final answer. */
export async function completeRequest(
  completing: Completing,
  id: string,
  answers: Readonly<Record<string, FieldAnswer>>,
): Promise<Answer<unknown>> {
  const { api, newId, pause, waiting, talk } = completing;
  const { shelf, hasLeft } = talk;
  const attachments: string[] = [];
  for (const { localId, name, blob } of shelf.files) {
    let at: string | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const sent = await api.upload({
        file: blob,
        name: scrubText(name),
        at,
        placed: async (place) => void (at = place),
        progress: (progress) => shelf.change(localId, { progress }),
      });
      if (sent.ok) {
        attachments.push(sent.value.id);
        break;
      }
      if (!isTransient(sent.failure)) return sent;
      waiting(sent.failure);
      await pause(retryDelaySeconds(attempt, sent.failure));
      if (await hasLeft()) return sent;
    }
  }
  const done = await sendOwnAct({
    send: (body, key) =>
      api.read(`tickets/${encodeURIComponent(id)}/answers`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body,
      }),
    act: { answers, attachments },
    key: newId(),
    pause,
    waiting,
    left: hasLeft,
  });
  if (done.ok) shelf.clear();
  return done;
}
