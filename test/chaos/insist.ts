import { setTimeout as pause } from 'node:timers/promises';

const retryMs = 25;
const answerWithinMs = 8000;

/** Sends until there is an answer other than «later», under the same key, as the widget does. */
export async function insist(
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
      const text = await response.text();
      const answer = { status: response.status, body: text === '' ? null : JSON.parse(text) };
      if (response.status < 500) return answer;
    } catch {
      // nobody there, or gone in the middle of an answer
    }
    await pause(retryMs);
  }
}
