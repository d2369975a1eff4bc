/** Resolves after so many seconds, or as soon as there is a reason: online, visible again, aborted. */
export function pauseOrWake(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const heard = new AbortController();
    const wake = () => {
      clearTimeout(timer);
      heard.abort();
      resolve();
    };
    const timer = setTimeout(wake, seconds * 1000);
    const options = { signal: heard.signal };
    addEventListener('online', wake, options);
    document.addEventListener('visibilitychange', () => document.hidden || wake(), options);
    signal.addEventListener('abort', wake, options);
    if (signal.aborted) wake();
  });
}

/** Resolves when the page can be seen, or the wait was given up. */
export function untilVisible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look, { once: true });
    look();
  });
}
