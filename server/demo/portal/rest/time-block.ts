import { dateAtom, type PhpMap } from '#server/demo/portal/php.ts';
import { epochSeconds, type World } from '#server/demo/portal/world.ts';

/** Seconds a call of a virtual portal says that it took. */
export const callSeconds = 0.06;
const windowSeconds = 600;

const hundredths = (seconds: number) => Math.round(seconds * 100) / 100;

/** What an answer says of the time it took. */
export function timeBlock(
  world: Pick<World, 'now'>,
  hoursEast: number,
  operating?: { readonly seconds: number; readonly resetAt: number },
): PhpMap {
  const start = hundredths(world.now() / 1000);
  const finish = hundredths(start + callSeconds);
  return {
    start,
    finish,
    duration: callSeconds,
    processing: 0.01,
    date_start: dateAtom(start, hoursEast),
    date_finish: dateAtom(finish, hoursEast),
    operating_reset_at: operating?.resetAt ?? epochSeconds(world) + windowSeconds,
    operating: operating?.seconds ?? 0,
  };
}
