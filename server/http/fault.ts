import { DrizzleQueryError } from 'drizzle-orm';
import postgres from 'postgres';

/** What the log keeps of a fault. */
export interface Fault {
  readonly type: string;
  readonly message?: string;
  /** SQLSTATE or a code of the system. */
  readonly code?: string;
  /** The statement with its placeholders. */
  readonly query?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly frames: readonly string[];
  readonly cause?: Fault;
}

/**
 * A fault without anything a person has written: the database's messages, details and parameters
 * repeat the row they are about, so its errors keep code, statement and place only.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const base = { type: error.name, frames: framesOf(error) };
  if (error instanceof DrizzleQueryError) {
    return { ...base, query: error.query, cause: faultOf(error.cause) };
  }
  if (error instanceof postgres.PostgresError) {
    const { code, table_name: table, constraint_name: constraint } = error;
    return { ...base, code, ...(table ? { table } : {}), ...(constraint ? { constraint } : {}) };
  }
  const { code } = error as { code?: unknown };
  return {
    ...base,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.cause instanceof Error ? { cause: faultOf(error.cause) } : {}),
  };
}

const framesOf = ({ stack = '' }: Error): string[] =>
  stack.split('\n').flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
