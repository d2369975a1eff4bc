import type { Install } from '#server/demo/portal/install.ts';
import { refuse, type Refusal } from '#server/demo/portal/refusal.ts';
import type { VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import { epochSeconds, type World } from '#server/demo/portal/world.ts';

const perSecond = 2;
const atOnce = 50;
const operatingLimitSeconds = 480;
const windowSeconds = 600;

/** Takes one request out of the bucket of a portal and whoever calls it; refuses once it runs over. */
export function takeRequest(
  world: World,
  portal: VirtualPortal,
  callerIp: string,
): Refusal | undefined {
  if (!portal.manners.limited) return undefined;
  const key = `${portal.memberId} ${callerIp}`;
  const now = world.now();
  const bucket = world.buckets.get(key) ?? { level: 0, at: now };
  const level = Math.max(0, bucket.level - ((now - bucket.at) / 1000) * perSecond);
  if (level + 1 > atOnce) {
    world.buckets.set(key, { level, at: now });
    return refuse(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests');
  }
  world.buckets.set(key, { level: level + 1, at: now });
  return undefined;
}

/** What the method took of the app's time in this window. */
export function operatingOf(world: World, install: Install, method: string) {
  const now = epochSeconds(world);
  const kept = install.operating.get(method);
  const current = kept && kept.resetAt > now ? kept : { seconds: 0, resetAt: now + windowSeconds };
  install.operating.set(method, current);
  return current;
}

/** Refuses a method that took more of the window than an app has. */
export function takeOperating(
  world: World,
  install: Install | undefined,
  method: string,
): Refusal | undefined {
  if (!install || operatingOf(world, install, method).seconds < operatingLimitSeconds)
    return undefined;
  return refuse(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.');
}
