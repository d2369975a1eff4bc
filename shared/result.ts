import type { Problem } from '#shared/wire/problem.ts';

/** What can be expected to fail returns one of the two; a throw is a fault. */
export type Result<Value, Failure = Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** What was expected. */
export const succeed = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

/** What can be expected to go wrong: a value, never thrown. */
export const fail = <Failure>(
  failure: Failure,
): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});

/** The same outcome with another value. */
export const mapResult = <Value, Other, Failure>(
  result: Result<Value, Failure>,
  change: (value: Value) => Other,
): Result<Other, Failure> => (result.ok ? succeed(change(result.value)) : result);
