import { z } from 'zod';
import { agentRoles } from '#shared/people.ts';

/** Who works at a desk, by name. */
export const colleagueList = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(agentRoles) })),
});
export type ColleagueList = z.infer<typeof colleagueList>;
