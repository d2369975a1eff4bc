const windowMs = 60_000;

/** Counts what each key asks for in a minute, on this server alone. */
export interface RateLimit {
  /** @returns seconds until it may ask again; 0 where it may now */
  take(key: string, most: number): number;
}

/** @param now epoch milliseconds */
export function rateLimit(now: () => number): RateLimit {
  const counts = new Map<string, number>();
  let endsAt = 0;
  return {
    take(key, most) {
      const at = now();
      if (at >= endsAt) {
        counts.clear();
        endsAt = at + windowMs;
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count > most ? Math.max(1, Math.ceil((endsAt - at) / 1000)) : 0;
    },
  };
}
