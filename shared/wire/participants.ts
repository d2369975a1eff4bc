import { z } from 'zod';
import { agentRoles, participantPurposes } from '#shared/people.ts';

/** Whom an agent brings into a ticket, and what for. */
export const participantBody = z.strictObject({
  agent: z.string().min(1).max(64),
  purpose: z.enum(participantPurposes).default('help'),
  /** An accepted order of the same ticket, where the plan holds no advice. */
  order: z.string().min(1).max(64).optional(),
});

/** Who was brought into a ticket, and on what terms a developer may advise its requester. */
export const participantList = z.object({
  participants: z.array(
    z.object({
      agent: z.object({ id: z.string(), name: z.string() }),
      role: z.enum(agentRoles),
      purpose: z.enum(participantPurposes),
      clause: z.string().nullable(),
      addedAt: z.iso.datetime(),
    }),
  ),
  /** `unstated`: the regulation sells no such advice, so it says nothing against it either. */
  advice: z.object({
    outcome: z.enum(['included', 'order', 'refuse', 'unstated']),
    clause: z.string().optional(),
  }),
});
export type ParticipantList = z.infer<typeof participantList>;
