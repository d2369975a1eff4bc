import type { Probe } from '#server/http/probe/probe-finding.ts';
import { readTarget } from '#server/http/probe/probe-target.ts';
import { visitOnce, type ProbeParts } from '#server/http/probe/visit-once.ts';

const mostRedirects = 3;

/** A probe that cannot be turned against the network it runs in: where a redirect leads is judged as well. */
export function guardedProbe(parts: ProbeParts): Probe {
  return async (url) => {
    const signal = AbortSignal.timeout(parts.deadlineMs ?? 10_000);
    const asked = readTarget(url, parts.ports, parts.tryLoopback);
    // a host outside must not lead the server to itself
    const own = { ...parts, tryLoopback: asked.ok && asked.value.loopback };
    let next = url;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const found = await visitOnce(own, next, signal);
      if ('outcome' in found) return found;
      const { status, location } = found;
      const leads = status >= 300 && status < 400 && location !== undefined;
      if (!leads) return { outcome: 'reachable', status };
      next = URL.canParse(location, next) ? new URL(location, next).href : location;
    }
    return { outcome: 'unreachable', reason: 'redirects' };
  };
}
