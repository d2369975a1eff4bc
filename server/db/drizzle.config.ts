import { defineConfig } from 'drizzle-kit';

/** `npm run db:generate` compares the tables with the migrations; paths count from the package. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/**/*.table.ts',
  out: './server/db/migrations',
});
