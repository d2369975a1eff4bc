import type { Transaction } from '#server/db/connect.ts';
import { articleTasks } from '#server/features/article-tasks/article-tasks.table.ts';

/** Opens a task for an article in the transaction of what asks for it. */
export async function openArticleTask(
  tx: Transaction,
  task: {
    readonly tenantId: string;
    readonly ticketId: string;
    readonly id: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const { tenantId, ticketId, id, by, at } = task;
  await tx.insert(articleTasks).values({ tenantId, id, ticketId, createdBy: by, createdAt: at });
}
