import type { PendingQuery, Row } from 'postgres';

/** A statement had no answer in time; whether it took effect is not known. */
export class StatementDeadline extends Error {
  readonly code = 'STATEMENT_DEADLINE';
}

/** What the driver makes of a statement: it starts when somebody waits for it. */
export type Statement = PendingQuery<(Row & Iterable<Row>)[]>;

/** Told how a statement ended, before its caller is. */
export interface Outcome {
  succeeded(): void;
  failed(error: unknown): void;
}

/**
 * The same statement, whose caller waits no longer than a deadline. The driver is left to finish
 * with it, so that its connection stays in order.
 */
export function bounded(statement: Statement, deadlineMs: number, outcome: Outcome): Statement {
  let answer: ReturnType<typeof race<Awaited<Statement>>> | undefined;
  const ask = () => (answer ??= race(statement, deadlineMs, outcome));
  return new Proxy(statement, {
    get(target, name) {
      if (name === 'then') return (...to: Parameters<Statement['then']>) => ask().then(...to);
      if (name === 'catch') return (to: () => never) => ask().catch(to);
      if (name === 'finally') return (to: () => void) => ask().finally(to);
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...parts: unknown[]) => {
        const made: unknown = member.apply(target, parts);
        return made === target ? bounded(target, deadlineMs, outcome) : made;
      };
    },
  });
}

/** The answer of a promise, or a StatementDeadline. */
export function race<Value>(
  promise: PromiseLike<Value>,
  deadlineMs: number,
  outcome?: Outcome,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => {
      clearTimeout(timer);
      outcome?.failed(error);
      reject(error);
    };
    const timer = setTimeout(
      () => refuse(new StatementDeadline(`no answer from the database within ${deadlineMs} ms`)),
      deadlineMs,
    );
    promise.then((value) => {
      clearTimeout(timer);
      outcome?.succeeded();
      resolve(value);
    }, refuse);
  });
}
