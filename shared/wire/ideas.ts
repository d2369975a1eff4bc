import { z } from 'zod';
import { ideaTargets } from '#shared/people.ts';
import { outcomes } from '#shared/vocabulary.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);

/** A proposal or feedback, and what became of it. */
const ideaView = z.object({
  ticket: z.object({
    id: z.string(),
    number: z.string(),
    subject: z.string(),
    category: z.object({ id: z.string(), label: z.string() }),
    createdAt: instant,
  }),
  /** The agent who answers for it; null until somebody takes it. */
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  target: z.enum(ideaTargets),
  /** The desk's own target. */
  dueAt: instant,
  /** It was found without an outcome at that instant. */
  overdue: z.boolean(),
  outcome: z.enum(outcomes).nullable(),
  /** When its author was told the outcome. */
  toldAt: instant.nullable(),
});

/** A page of proposals and feedback, those that want an outcome first foremost. */
export const ideaList = z.object({ ideas: z.array(ideaView), next: z.string().nullable() });
export type IdeaList = z.infer<typeof ideaList>;

/** Which of them to read. */
export const ideaQuery = z.object({
  state: z.enum(['open', 'settled']).default('open'),
  overdue: z
    .enum(['true'])
    .optional()
    .meta({ description: 'Only those that were found without an outcome at their time.' }),
  owner: id.optional(),
});

/** Who answers for it. */
export const ideaOwnerBody = z.strictObject({ agent: id });

/** What it is about: `docs` makes it a task for an article. */
export const ideaTargetBody = z.strictObject({ target: z.enum(ideaTargets) });

/** An article that somebody has to write or change. */
const articleTaskView = z.object({
  id: z.string(),
  ticket: z.string(),
  /** Number and subject of the ticket. */
  number: z.string(),
  subject: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  article: z.string().nullable(),
});

/** A page of tasks for articles, the oldest first. */
export const articleTaskList = z.object({
  tasks: z.array(articleTaskView),
  next: z.string().nullable(),
});
export type ArticleTaskList = z.infer<typeof articleTaskList>;

/** The article that came of a task: its name or address. */
export const articleBody = z.strictObject({ article: z.string().trim().min(1).max(2000) });
