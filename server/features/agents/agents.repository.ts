import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import { keyNames } from '#server/features/api-keys/api-keys.repository.ts';
import { agents, agentSessions, signInLinks } from '#server/features/agents/agents.table.ts';

/** Names of one desk's agents and of the programs that work there, by id. */
export async function agentNames(db: Database, tenantId: string): Promise<Map<string, string>> {
  const [rows, machines] = await Promise.all([
    db.select().from(agents).where(eq(agents.tenantId, tenantId)),
    keyNames(db, tenantId),
  ]);
  return new Map([...rows.map(({ id, name }): [string, string] => [id, name]), ...machines]);
}

/** Everybody of one desk, by name. */
export async function colleaguesOf(db: Database, tenantId: string) {
  return db.select().from(agents).where(eq(agents.tenantId, tenantId)).orderBy(agents.name);
}

/** Everybody who works at one desk. */
export const agentsAt = (db: Database, tenantId: string) =>
  db.select().from(agents).where(eq(agents.tenantId, tenantId)).orderBy(agents.id);

/** An agent of one desk; undefined when nobody of that id works there. */
export async function findAgent(db: Database, tenantId: string, id: string) {
  const [row] = await db
    .select()
    .from(agents)
    .where(and(eq(agents.tenantId, tenantId), eq(agents.id, id)));
  return row;
}

/** Adds an agent to a desk, or gives one another name and, where it is said, another role. */
export async function saveAgent(db: Database, row: typeof agents.$inferInsert): Promise<void> {
  await db
    .insert(agents)
    .values(row)
    .onConflictDoUpdate({
      target: [agents.tenantId, agents.id],
      set: { name: row.name, ...(row.role === undefined ? {} : { role: row.role }) },
    });
}

/** The desks an agent works at, by name of the vendor. */
export async function desksOf(db: Database, agentId: string) {
  return db.select().from(agents).where(eq(agents.id, agentId)).orderBy(agents.tenantId);
}

/** Keeps a one-time link until it is used or too old. */
export async function insertSignInLink(
  db: Database,
  row: typeof signInLinks.$inferInsert,
): Promise<void> {
  await db.insert(signInLinks).values(row);
}

/** Uses a link up; undefined when it is unknown, used or past its time. */
export async function takeSignInLink(db: Database, tokenSha256: string, at: Date) {
  const [row] = await db
    .update(signInLinks)
    .set({ usedAt: at })
    .where(
      and(
        eq(signInLinks.tokenSha256, tokenSha256),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, at),
      ),
    )
    .returning();
  return row;
}

/** Keeps a session; only the digest of its secret is in the row. */
export async function insertSession(
  db: Database,
  row: typeof agentSessions.$inferInsert,
): Promise<void> {
  await db.insert(agentSessions).values(row);
}

/** The desks of whom a session belongs to, by name of the vendor; none where it is unknown or has ended at `at`. */
export async function desksOfSession(db: Database, tokenSha256: string, at: Date) {
  return db
    .select({ tenantId: agents.tenantId, id: agents.id, name: agents.name })
    .from(agentSessions)
    .innerJoin(agents, eq(agents.id, agentSessions.agentId))
    .where(and(eq(agentSessions.tokenSha256, tokenSha256), gt(agentSessions.expiresAt, at)))
    .orderBy(agents.tenantId);
}

/** Ends a session; one that is not there is ended already. */
export async function deleteSession(db: Database, tokenSha256: string): Promise<void> {
  await db.delete(agentSessions).where(eq(agentSessions.tokenSha256, tokenSha256));
}
