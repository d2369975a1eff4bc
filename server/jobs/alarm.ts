/** Wakes one sleeper. A ring that comes while nobody sleeps is kept for the next sleep. */
export interface Alarm {
  ring(): void;
  /** Ends at the ring, after the time, or when the signal says so. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** An alarm for a worker's loop. */
export function createAlarm(): Alarm {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    sleep: async (milliseconds, signal) => {
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          signal.addEventListener('abort', wake, { once: true });
        });
        if (wake) signal.removeEventListener('abort', wake);
        wake = undefined;
      }
      rung = false;
    },
  };
}
