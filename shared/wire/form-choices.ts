import { z } from 'zod';

/** What forms of the desk let choose from, by the regulation in force, in the reader's language. */
export const formChoices = z.object({
  /** Categories of requests in the order of the form; `proposal`: a wish or an opinion. */
  categories: z.array(z.object({ id: z.string(), label: z.string(), proposal: z.boolean() })),
  /** Plans of the regulation; where it names none, those that contracts name. */
  plans: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type FormChoices = z.infer<typeof formChoices>;
