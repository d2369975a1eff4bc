/** Gives up on what never answers. @throws when the time is over */
export function inTime<Value>(wanted: Promise<Value>, limitMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), limitMs);
  });
  return Promise.race([wanted, late]).finally(() => clearTimeout(timer));
}
