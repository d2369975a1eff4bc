const waiting = new Set<() => void>();

/** Ends every pause: a person does not want to wait. */
export const goOnNow = (): void => waiting.forEach((done) => done());

/** Resolves after so many seconds, or as soon as the browser is online again. */
export const pauseOrOnline = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      waiting.delete(done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    addEventListener('online', done);
    waiting.add(done);
  });
