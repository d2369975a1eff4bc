import type { PolicyPack } from '#server/policy/pack.ts';

type Answers = NonNullable<PolicyPack['answers']>;
type Needed = NonNullable<Answers['kinds'][number]['needs']>;

/** An answer that an agent wants to close with. */
export interface AnswerDraft {
  /** Cause found by the diagnosis, where there is one. */
  readonly cause: string | null;
  /** A kind of the pack; null where the agent named none. */
  readonly kind: string | null;
  /** What the answer points at. The caller fills in only what exists: a known version, a release's day. */
  readonly holds: Readonly<Partial<Record<Needed, string | undefined>>>;
}

/** Whether a ticket may be closed with an answer. */
export type ClosingAnswer =
  | { readonly outcome: 'accepted'; readonly clause: string | undefined }
  | { readonly outcome: 'unknown_kind' }
  /** By this cause only these answers close a ticket. */
  | {
      readonly outcome: 'other_kind_needed';
      readonly oneOf: readonly string[];
      readonly clause: string;
    }
  | { readonly outcome: 'incomplete'; readonly needs: Needed; readonly clause: string };

/** An error of the product closes only with an answer that helps (S1 3.2), and each with what it speaks of. */
export function closingAnswer({ answers }: PolicyPack, draft: AnswerDraft): ClosingAnswer {
  const required = answers?.required.find(({ cause }) => cause === draft.cause);
  const kind = answers?.kinds.find(({ id }) => id === draft.kind);
  if (draft.kind !== null && !kind) return { outcome: 'unknown_kind' };
  if (required && !(kind && required.oneOf.includes(kind.id))) {
    return { outcome: 'other_kind_needed', oneOf: required.oneOf, clause: required.clause };
  }
  if (kind?.needs && !draft.holds[kind.needs]) {
    return { outcome: 'incomplete', needs: kind.needs, clause: kind.clause };
  }
  return { outcome: 'accepted', clause: kind?.clause };
}
