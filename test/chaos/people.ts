import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosRecord } from '#test/chaos/record.ts';
import { errorRequest } from '#test/support/api.ts';
import type { Dice } from '#test/support/dice.ts';

/** What people hold in their hands to reach the desk of one vendor. */
export interface Access {
  readonly url: string;
  readonly vendor: string;
  /** Headers of a requester whose address is proven. */
  readonly requester: Readonly<Record<string, string>>;
  /** Headers of an agent who is signed in. */
  readonly agent: Readonly<Record<string, string>>;
}

const retryMs = 25;
const answerWithinMs = 8000;

/**
 * A requester and an agent at work until the signal: a request, words of both, now and then the same
 * once more. What got no answer is sent again under the same key until it gets one, as the widget
 * does; after the signal whatever is under way is brought to its end.
 */
export async function workUntil(
  signal: AbortSignal,
  access: Access,
  record: ChaosRecord,
  dice: Dice,
): Promise<void> {
  while (!signal.aborted) {
    const id = await open(access, record, dice);
    if (id && dice.chance(0.6)) {
      await say(`${access.url}/v1/tickets/${id}/messages`, access.requester, {}, record, dice);
    }
    if (id && dice.chance(0.6)) {
      const desk = `${access.url}/v1/desk/vendors/${access.vendor}/tickets/${id}/messages`;
      await say(desk, access.agent, { kind: 'reply' }, record, dice);
    }
    await pause(dice.whole(0, 20));
  }
}

async function open(access: Access, record: ChaosRecord, dice: Dice): Promise<string | undefined> {
  const key = randomUUID();
  const answers: { id: string; number: string }[] = [];
  record.tickets.set(key, answers);
  for (let time = dice.chance(0.2) ? 2 : 1; time > 0; time -= 1) {
    const answer = await insist(`${access.url}/v1/tickets`, access.requester, key, errorRequest);
    if (answer.status !== 201) record.refusals.push(`${answer.status} to a request`);
    else answers.push(answer.body as { id: string; number: string });
  }
  return answers[0]?.id;
}

async function say(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
  record: ChaosRecord,
  dice: Dice,
): Promise<void> {
  const key = randomUUID();
  const text = `Слова ${key}`;
  for (let time = dice.chance(0.2) ? 2 : 1; time > 0; time -= 1) {
    const { status } = await insist(url, headers, key, { ...body, text });
    if (status >= 300) record.refusals.push(`${status} to words`);
    else if (!record.words.includes(text)) record.words.push(text);
  }
}

/** Sends until there is an answer other than «later». */
async function insist(
  url: string,
  headers: Readonly<Record<string, string>>,
  key: string,
  body: object,
): Promise<{ readonly status: number; readonly body: unknown }> {
  for (;;) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerWithinMs),
      });
      const answer = { status: response.status, body: await response.json() };
      if (response.status < 500) return answer;
    } catch {
      // nobody there, or gone in the middle of an answer
    }
    await pause(retryMs);
  }
}
