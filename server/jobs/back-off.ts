/**
 * How long to wait after a failed attempt: twice as long after each, up to a limit.
 *
 * @param attempts how many have failed, at least 1
 * @returns milliseconds
 */
export const backOffMs = (attempts: number, firstMs: number, limitMs: number): number =>
  Math.min(firstMs * 2 ** (attempts - 1), limitMs);
