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
 * The statement itself, whose caller waits no longer than a deadline. The driver is left to finish
 * with it, so that its connection stays in order.
 */
export function bounded(statement: Statement, deadlineMs: number, outcome: Outcome): Statement {
  const start: Statement['then'] = statement.then.bind(statement);
  let answer: Promise<Awaited<Statement>> | undefined;
  // a statement is a promise that starts when it is first waited for; `catch`, `finally` and the
  // forms of its result all come through here
  const wait: Statement['then'] = (...to) => {
    answer ??= race(start, deadlineMs, outcome);
    return answer.then(...to);
  };
  // oxlint-disable-next-line unicorn/no-thenable -- it is a promise already
  return Object.assign(statement, { then: wait });
}

/** The answer of a promise, given by its `then`, or a StatementDeadline. */
export function race<Value>(
  start: PromiseLike<Value>['then'],
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
    start((value) => {
      clearTimeout(timer);
      outcome?.succeeded();
      resolve(value);
    }, refuse);
  });
}
