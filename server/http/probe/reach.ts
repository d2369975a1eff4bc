import type { Problem } from '#shared/wire/problem.ts';
import type { Config } from '#server/config.ts';
import { readTarget } from '#server/http/probe/probe-target.ts';
import type { ProbeParts } from '#server/http/probe/visit-once.ts';

type Settings = Pick<Config, 'PROBE_PORTS' | 'TRY_LOOPBACK' | 'DEMO'>;

/** Where a running server goes by its settings: in a demo nowhere outside. */
export const reachOf = (config: Settings): ProbeParts => ({
  ports: config.PROBE_PORTS,
  tryLoopback: config.TRY_LOOPBACK,
  holdOutside: config.DEMO,
});

/** Why an address that somebody wrote down into `url` is not taken; undefined where it is. */
export function addressProblem(
  address: string,
  { PROBE_PORTS, TRY_LOOPBACK }: Settings,
): Problem | undefined {
  const read = readTarget(address, PROBE_PORTS, TRY_LOOPBACK);
  if (read.ok) return undefined;
  const fields = ['url'];
  if (read.failure === 'private_address') return { code: 'address.private', fields };
  if (read.failure === 'port')
    return { code: 'address.port', fields, params: { ports: PROBE_PORTS.join(', ') } };
  return { code: 'request.invalid', fields };
}
