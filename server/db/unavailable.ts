/** What the operating system and the driver report when no connection can be had or kept. */
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'STATEMENT_DEADLINE',
]);

/**
 * SQLSTATE classes of a server that is away or overloaded: 08 connection, 53 insufficient resources
 * (with too many connections), 57P operator intervention (shutdown, crash, starting up); and 57014,
 * a statement that took longer than `statement_timeout`.
 */
const unavailableState = /^(08...|53...|57P0.|57014)$/;

/**
 * Whether the database is away for now, so that the answer is «later» and not «fault». Looks through
 * the causes, since drizzle wraps what the driver throws.
 */
export function isUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, syscall } = cause as { code?: unknown; syscall?: unknown };
    if (typeof code !== 'string') continue;
    if (connectionCodes.has(code) || unavailableState.test(code)) return true;
    // the socket file of a server that is not running
    if (code === 'ENOENT' && syscall === 'connect') return true;
  }
  return false;
}

/** Whether the connection that reported this error is gone, so that nothing may be sent on it. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  if (severity === 'FATAL' || severity === 'PANIC') return true;
  return typeof code === 'string' && code !== 'STATEMENT_DEADLINE' && connectionCodes.has(code);
}
