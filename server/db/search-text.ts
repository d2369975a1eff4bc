import { customType } from 'drizzle-orm/pg-core';

/** A column of words as PostgreSQL's full text search keeps them; written by SQL alone. */
export const searchText = customType<{ data: string }>({ dataType: () => 'tsvector' });
