import type { Severity } from '#shared/vocabulary.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What a person has done with the articles they were shown. */
export interface Reading {
  readonly severity: Severity;
  readonly opened: boolean;
  readonly confirmed: boolean;
}

/** What stands between a person and the form (C7). Only `must_open` and `must_confirm` stop. */
export type Deflection =
  | { readonly outcome: 'none'; readonly why: 'not_asked' | 'critical' | 'done' }
  | {
      readonly outcome: 'suggest' | 'must_confirm' | 'must_open';
      /** Undefined where the articles are the desk's own idea and no clause asks for them. */
      readonly clause: string | undefined;
    };

/** Reading first, as strictly as the policy asks. Never asked of a critical report. */
export function deflectionOf({ intake }: PolicyPack, reading: Reading): Deflection {
  const { mode, clause } = intake.deflection;
  if (mode === 'none') return { outcome: 'none', why: 'not_asked' };
  if (reading.severity === 'critical') return { outcome: 'none', why: 'critical' };
  if (mode === 'require' && !reading.opened) return { outcome: 'must_open', clause };
  if (mode === 'confirm' && !reading.confirmed) return { outcome: 'must_confirm', clause };
  return mode === 'suggest' ? { outcome: 'suggest', clause } : { outcome: 'none', why: 'done' };
}

/**
 * The clause by which a question about something documented has to name the document; undefined
 * where none does or the question is about nothing documented.
 */
export const documentNeeded = (
  { intake }: PolicyPack,
  similarToDocument: boolean,
): string | undefined => (similarToDocument ? intake.deflection.similar?.clause : undefined);

/** The field of a category's form that takes the address of a document, where the regulation asks for one. */
export const documentField = ({ intake }: PolicyPack, category: string): string | undefined =>
  intake.fields.find(
    ({ kind, clause, categories }) =>
      kind === 'url' &&
      clause === intake.deflection.similar?.clause &&
      (categories?.includes(category) ?? true),
  )?.id;

/** How a form goes about articles; null where the pack asks for no reading. */
export function readingRules({ intake }: PolicyPack): WidgetConfig['reading'] {
  const { mode, clause, similar } = intake.deflection;
  if (mode === 'none') return null;
  const { field, suggests = {} } = intake.severity ?? {};
  const critical = Object.keys(suggests).filter((choice) => suggests[choice] === 'critical');
  return {
    mode,
    ...(clause === undefined ? {} : { clause }),
    ...(similar ? { linkClause: similar.clause } : {}),
    ...(field !== undefined && critical.length > 0 ? { unless: { field, choices: critical } } : {}),
  };
}
