import type { Sent } from '#server/http/probe/ask-once.ts';
import type { ProbeFinding } from '#server/http/probe/probe-finding.ts';
import { visitOnce, type ProbeParts } from '#server/http/probe/visit-once.ts';

/** Sends something to one address, unless it is to end before. Never throws. */
export type Post = (url: string, sent: Sent, ending?: AbortSignal) => Promise<ProbeFinding>;

/**
 * Sends to addresses that somebody wrote down, under the same guard as a probe. A redirect is an answer
 * like others and never followed: what is sent is for the address that was given.
 */
export const guardedPost =
  (parts: ProbeParts): Post =>
  async (url, sent, ending) => {
    const deadline = AbortSignal.timeout(parts.deadlineMs ?? 10_000);
    const signal = ending ? AbortSignal.any([deadline, ending]) : deadline;
    const found = await visitOnce(parts, url, signal, sent);
    return 'outcome' in found ? found : { outcome: 'reachable', status: found.status };
  };
