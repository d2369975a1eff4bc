import type { PolicyPackFile } from '#server/policy/pack.ts';

/** A point at which texts of regulations can be read in several ways, and the keys that decide it. */
export interface Ambiguity {
  /** `A1` to `E4`. */
  readonly id: string;
  readonly question: string;
  /** JSON pointers; `*` stands for every item of a list. */
  readonly keys: readonly string[];
  /** Which items of the list are meant. */
  readonly within?: (item: Readonly<Record<string, unknown>>) => boolean;
  /** Whether a regulation raises the question at all; always where left out. */
  readonly concerns?: (file: PolicyPackFile) => boolean;
  /** What is taken where a key is absent; null: it has to be decided. */
  readonly otherwise: string | null;
}

/** Desks whose text names hours. */
export const statesHours = ({ desk }: PolicyPackFile): boolean => 'offices' in desk;
