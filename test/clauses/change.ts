import { type Result, fail, succeed } from '#shared/result.ts';
import type { Change } from '#test/support/clauses/rule.ts';

type Json = Record<string, unknown> | unknown[];

/** A copy with the changes made, or which of them leads nowhere or changes nothing. */
export function changed(pack: unknown, changes: readonly Change[]): Result<unknown, string> {
  const copy = structuredClone(pack);
  for (const change of changes) {
    const before = JSON.stringify(copy);
    if (!make(copy, change)) return fail(`${sayChange(change)} leads nowhere`);
    if (JSON.stringify(copy) === before) return fail(`${sayChange(change)} changes nothing`);
  }
  return succeed(copy);
}

/** A change in words: `remove /links/privacy`. */
export const sayChange = (change: Change): string =>
  change.kind === 'set'
    ? `set ${change.at} to ${JSON.stringify(change.to)}`
    : `${change.kind} ${change.at}`;

function make(pack: unknown, change: Change): boolean {
  const steps = change.at.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>(
    (value, step) => (isJson(value) ? partOf(value, step) : undefined),
    pack,
  );
  if (!isJson(parent)) return false;
  if (change.kind === 'set') return put(parent, last, change.to);
  const key = keyOf(parent, last);
  const value = key === undefined ? undefined : partOf(parent, last);
  if (key === undefined || value === undefined) return false;
  if (change.kind === 'negate') return typeof value === 'boolean' && put(parent, last, !value);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return true;
}

function put(parent: Json, step: string, value: unknown): boolean {
  const key = keyOf(parent, step);
  if (key === undefined) return false;
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else parent[key] = value;
  return true;
}

const partOf = (parent: Json, step: string): unknown => {
  const key = keyOf(parent, step);
  if (key === undefined) return undefined;
  return Array.isArray(parent) ? parent[Number(key)] : parent[key];
};

/** The key that a step names; undefined where a list has no such part. */
function keyOf(parent: Json, step: string): string | undefined {
  if (!Array.isArray(parent)) return step.replaceAll('~1', '/').replaceAll('~0', '~');
  if (step === '-') return String(parent.length);
  const [, name, value] = /^(\w*)=(.*)$/.exec(step) ?? [];
  const index =
    value === undefined
      ? Number(step)
      : parent.findIndex(
          (part) => String(name && isJson(part) ? partOf(part, name) : part) === value,
        );
  return index in parent ? String(index) : undefined;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
