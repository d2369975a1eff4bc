import { html } from 'hono/html';
import type { Duration } from '#shared/wire/decision.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';

/** A length of time in words and for programs: `1 businessDay`. */
export const lengthOf = (
  { say }: PageWords,
  { value, unit }: Duration | { readonly value: number; readonly unit: 'minute' | 'day' },
): Html => html`<data value="${value} ${unit}">${say(`target.${unit}`, { count: value })}</data>`;
