import { join } from 'node:path';
import type { Environment } from '#server/cli.ts';
import { policiesInForce } from '#server/commands/policies-in-force.ts';
import { misuse, refuse } from '#server/commands/print.ts';
import { withDatabase } from '#server/commands/with-database.ts';
import { folderFileStore } from '#server/features/attachments/file-store.ts';
import { countContent } from '#server/features/erasure/count-content.ts';
import { eraseContent } from '#server/features/erasure/erase-content.ts';
import { findTicketByNumber } from '#server/features/tickets/tickets.repository.ts';

interface Options {
  readonly vendor?: string;
  /** Without it nothing is changed. */
  readonly apply?: boolean;
}

/** `reglament erase MOD-1042 --vendor modme --apply`: takes away what people wrote into a ticket. */
export async function eraseCommand(
  env: Environment,
  number: string,
  { vendor, apply }: Options,
  now: () => number,
): Promise<number> {
  const digits = /^(?:[A-Z]{2,5}-)?(\d{1,9})$/.exec(String(number))?.[1];
  if (!vendor || digits === undefined) {
    return misuse('Say `erase NUMBER --vendor VENDOR`, with a number such as MOD-1042.');
  }
  return withDatabase(env, async (db, config) => {
    const read = await policiesInForce(db, config);
    if (!read.ok) return refuse(...read.failure);
    const ticket = await findTicketByNumber(db, vendor, Number(digits));
    const none = `${vendor} has no ticket ${number}.`;
    if (!ticket) return refuse(none);
    if (!apply) {
      const { messages, files } = await countContent(db, vendor, ticket.id);
      console.log(`${number} holds ${messages} messages and ${files} files.`);
      console.log('With --apply they are erased for good; its number, decision and log stay.');
      return 0;
    }
    const deps = {
      db,
      now,
      policies: read.value,
      files: folderFileStore(join(config.DATA_DIR, 'files')),
    };
    const erased = await eraseContent(deps, { tenantId: vendor, ticketId: ticket.id });
    if (!erased.ok) return refuse(none);
    const { messages, files } = erased.value;
    console.log(`Erased of ${number}: ${messages} messages, ${files} files.`);
    return 0;
  });
}
