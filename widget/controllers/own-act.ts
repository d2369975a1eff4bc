import { storable } from '#shared/storable.ts';
import { isTransient, type Answer, type ApiFailure } from '#widget/api/answer.ts';
import { retryDelaySeconds } from '#widget/controllers/submission.ts';

export interface OwnActSending {
  readonly send: (body: string, key: string) => Promise<Answer<unknown>>;
  /** What goes as the body. */
  readonly act: object;
  /** The same for every attempt, so that the act is done once. */
  readonly key: string;
  readonly pause: (seconds: number) => Promise<void>;
  /** Told of each attempt that has to be made again. */
  readonly waiting: (why: ApiFailure) => void;
  /** Whether somebody else is there by now: nothing is sent in their name. */
  readonly left: () => Promise<boolean>;
}

/** Does what a person asked for with their request; tries again until there is a final answer, or they have gone. */
export async function sendOwnAct(sending: OwnActSending): Promise<Answer<unknown>> {
  const body = JSON.stringify(sending.act, storable);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await sending.send(body, sending.key);
    if (answer.ok || !isTransient(answer.failure)) return answer;
    sending.waiting(answer.failure);
    await sending.pause(retryDelaySeconds(attempt, answer.failure));
    if (await sending.left()) return answer;
  }
}
