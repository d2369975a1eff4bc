import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/**
 * Orders rows as an index on `column.desc()` holds them. drizzle-kit writes such an index NULLS
 * LAST, drizzle's own `desc()` asks for NULLS FIRST, and PostgreSQL then sorts the whole table.
 */
export const newestFirst = (column: AnyPgColumn): SQL => sql`${column} desc nulls last`;
