import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { insist } from '#test/chaos/insist.ts';
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

/** What an agent does with a ticket; those without words are not sent a second time on purpose. */
const agentsTurns = [
  { name: 'reply', does: { kind: 'reply' } },
  { name: 'ask', does: { kind: 'question' } },
  { name: 'propose', does: { kind: 'reply', proposes: true } },
  { name: 'note', does: { kind: 'note' } },
  {
    name: 'escalate',
    newsWithinMs: 5000,
    does: { act: 'escalate', to: 'development', reason: 'Нужен разработчик' },
  },
  { name: 'resolve', does: { act: 'resolve' } },
  { name: 'make_critical', wordless: true, does: { act: 'set_severity', severity: 'critical' } },
  { name: 'take_up', wordless: true, does: { act: 'take_up' } },
] as const;

/**
 * A requester and an agent at work until the signal: a request, words of both and acts, now and then
 * the same words once more. After the signal whatever is under way is brought to its end.
 */
export async function workUntil(
  signal: AbortSignal,
  access: Access,
  record: ChaosRecord,
  dice: Dice,
): Promise<void> {
  const desk = `${access.url}/v1/desk/vendors/${access.vendor}/tickets`;
  let id: string | undefined;
  while (!signal.aborted) {
    if (!id || dice.chance(0.4)) id = await open(access, record, dice);
    if (id && dice.chance(0.5))
      await say(`${access.url}/v1/tickets/${id}/messages`, access.requester, {}, record, dice);
    if (id && dice.chance(0.8)) {
      const turn = dice.pick(agentsTurns);
      const path = `${desk}/${id}/${'kind' in turn.does ? 'messages' : 'acts'}`;
      const done =
        'wordless' in turn
          ? await act(path, access.agent, turn.does)
          : await say(path, access.agent, withTerms(turn), record, dice);
      if (done) record.acts.set(turn.name, (record.acts.get(turn.name) ?? 0) + 1);
    }
    await pause(dice.whole(0, 20));
  }
}

/** When the requester hears more, where an act has to tell it. */
const withTerms = (turn: (typeof agentsTurns)[number]): object =>
  'newsWithinMs' in turn
    ? { ...turn.does, nextUpdateBy: new Date(Date.now() + turn.newsWithinMs).toISOString() }
    : turn.does;

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

/** True where the words were taken. A ticket may have ended by itself meanwhile: then it says so. */
async function say(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
  record: ChaosRecord,
  dice: Dice,
): Promise<boolean> {
  const key = randomUUID();
  const text = `Слова ${key}`;
  let taken = false;
  for (let time = dice.chance(0.2) ? 2 : 1; time > 0; time -= 1) {
    const { status, body: answer } = await insist(url, headers, key, { ...body, text });
    if (status < 300) taken = true;
    else if (taken) record.refusals.push(`${status} to words that were taken: ${url}`);
    else if (status !== 409 && !isPast(answer))
      record.refusals.push(`${status} ${JSON.stringify(answer)}`);
  }
  if (taken) record.words.push(text);
  return taken;
}

/** The news were promised for an instant that passed before a server came to it. */
const isPast = (answer: unknown): boolean =>
  (answer as { readonly code?: string }).code === 'instant.past';

async function act(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
): Promise<boolean> {
  const { status } = await insist(url, headers, randomUUID(), body);
  return status < 300;
}
