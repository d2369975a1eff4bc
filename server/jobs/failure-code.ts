/** A code of what failed, for tables and lists: never a message, which may quote what people wrote. */
export function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string') return code.slice(0, 64);
  }
  return 'fault';
}
