import type { WorldApp } from '#server/demo/portal/world-app.ts';
import type { PortalHttp, PortalReply } from '#server/features/portals/portal-http.ts';

const limitBytes = 1_048_576;
const unreachable = (reason: 'deadline' | 'name' | 'connection'): PortalReply => ({
  kind: 'none',
  why: { outcome: 'unreachable', reason },
});

/**
 * Calls the hosts of a world without a network, as the calls of a running server: no redirect is followed, an
 * answer too long is none.
 *
 * @param late settles when so many milliseconds are over
 */
export const worldHttp =
  (app: WorldApp, late: (ms: number) => Promise<void>): PortalHttp =>
  async ({ url, form, deadlineMs }) => {
    const request = new Request(url, {
      headers: { accept: 'application/json' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    const answer = app(request);
    if (!answer) return unreachable('name');
    return Promise.race([
      read(answer),
      late(deadlineMs).then((): PortalReply => unreachable('deadline')),
    ]);
  };

async function read(answer: Promise<Response>): Promise<PortalReply> {
  const response = await answer;
  try {
    const text = await response.text();
    const body = text.length > limitBytes ? undefined : jsonOf(text);
    return { kind: 'answer', status: response.status, body };
  } catch {
    return unreachable('connection');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
