import { succeed, type Result } from '#shared/result.ts';
import type { Install } from '#server/demo/portal/install.ts';
import type { PhpMap } from '#server/demo/portal/php.ts';
import type { Refusal } from '#server/demo/portal/refusal.ts';
import type { Person, VirtualPortal } from '#server/demo/portal/virtual-portal.ts';
import type { World } from '#server/demo/portal/world.ts';

/** Who calls, through what. */
export interface Caller {
  readonly portal: VirtualPortal;
  readonly person: Person;
  readonly scopes: readonly string[];
  /** Undefined where somebody comes through a webhook: no app speaks. */
  readonly install: Install | undefined;
}

/** One call of a method. */
export interface Call extends Caller {
  readonly world: World;
  readonly params: PhpMap;
}

/** A result, and where it is a list how many there are. */
export interface Answered {
  readonly result: unknown;
  readonly total?: number;
}

export type MethodResult = Result<Answered, Refusal>;

/** A method of the REST API. */
export interface Method {
  /** One of them is needed; none: every token of an app will do. */
  readonly scopes: readonly string[];
  /** Guests of the portal may not. */
  readonly intranet?: boolean;
  run(call: Call): MethodResult;
}

export type Methods = Readonly<Record<string, Method>>;

export const answered = (result: unknown, total?: number): MethodResult =>
  succeed({ result, ...(total !== undefined && { total }) });

/** Methods that take the names of their parameters in any case read them so. */
export const upperCased = (params: PhpMap): PhpMap =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name.toUpperCase(), value]));

/** A parameter as text; numbers of a JSON body count as their digits. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export const mapOf = (value: unknown): PhpMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PhpMap) : {};
