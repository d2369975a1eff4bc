import { readFile } from 'node:fs/promises';
import type { ImportReport } from '#shared/wire/organisation.ts';
import type { Environment } from '#server/cli.ts';
import { refuse, sayProblem } from '#server/commands/print.ts';
import { commandActor, withContracts } from '#server/commands/with-contracts.ts';
import { gapSentences } from '#server/commands/contracts-check.ts';
import { importContracts } from '#server/features/organisations/import/import-contracts.ts';
import { whyUnread } from '#server/why-unread.ts';

const words = {
  preview: { add: 'would be added', change: 'would be changed', leave: 'is on record already' },
  applied: { add: 'is added', change: 'is changed', leave: 'is on record already' },
} as const;

/**
 * Shows what a CSV file of customers, contracts and listed persons would change, and changes it with
 * `--apply`: all of it, or nothing where a line is wrong.
 */
export async function contractsImport(
  env: Environment,
  vendor: string | undefined,
  file: string,
  apply: boolean,
): Promise<number> {
  const bytes = await readFile(file).catch(whyUnread);
  if (typeof bytes === 'string') return refuse(`${file}: ${bytes}.`);
  const csv = textOf(bytes);
  if (csv === undefined) return refuse(`${file}: is not in UTF-8.`);
  return withContracts(env, vendor, async (deps, name) => {
    const done = await importContracts(deps, name, csv, commandActor, apply);
    if (!done.ok) return refuse(sayProblem(done.failure));
    return print(done.value, file);
  });
}

/** Undefined where the bytes are not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function print({ applied, contracts, errors }: ImportReport, file: string): number {
  const does = words[applied ? 'applied' : 'preview'];
  for (const { number, organisation, does: what, gaps } of contracts) {
    console.log(`${number} of ${organisation} ${does[what]}.`);
    for (const { code, clause } of gaps) console.log(`  ${gapSentences[code]} (${clause})`);
  }
  for (const { line, column, code } of errors) {
    console.error(`${file}:${line}${column === null ? '' : ` ${column}`}: ${sayProblem({ code })}`);
  }
  if (errors.length > 0) return refuse('Nothing is written while a line is wrong.');
  const changes = contracts.filter(({ does: what }) => what !== 'leave').length;
  console.log(
    applied || changes === 0
      ? `${changes} of ${contracts.length} contracts written.`
      : `${changes} of ${contracts.length} contracts would be written: say --apply.`,
  );
  return 0;
}
