import { z } from 'zod';

/** Who shows that a condition of support holds; an agent's finding stands above a requester's word. */
export const proofSources = ['requester', 'agent'] as const;

/** What is known of a condition of support. */
export const proofStates = ['held', 'broken', 'unknown'] as const;

const slug = z.string().min(1).max(64);

/** What an agent found of a condition of support; `agreement` is the vendor's, accepted. */
export const conditionBody = z.strictObject({ condition: slug, state: z.enum(proofStates) });
export type ConditionBody = z.infer<typeof conditionBody>;

/** The conditions of support behind a request, and what of it an agent has to decide on. */
export const ticketConditions = z.object({
  conditions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      clause: z.string(),
      state: z.enum(proofStates),
      /** Whose word it is; null where nobody has said anything. */
      shownBy: z.enum([...proofSources, 'portal']).nullable(),
      at: z.iso.datetime().nullable(),
    }),
  ),
  /** Nothing of it refuses by itself. */
  flags: z.array(
    z.object({
      code: z.enum([
        'condition_broken',
        'condition_unknown',
        'operator_not_listed',
        'not_installed',
        'contract_without_term',
        'contract_without_email',
      ]),
      condition: z.string().optional(),
      clause: z.string(),
      /** Reason by which an agent may refuse. */
      refusal: z.string().optional(),
    }),
  ),
});
export type TicketConditions = z.infer<typeof ticketConditions>;
