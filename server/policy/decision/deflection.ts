import type { Severity } from '#shared/vocabulary.ts';
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
