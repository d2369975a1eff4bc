import type { Environment } from '#server/cli.ts';
import { contractsCheck } from '#server/commands/contracts-check.ts';
import { contractsImport } from '#server/commands/contracts-import.ts';
import { contractsSet, type ContractOptions } from '#server/commands/contracts-set.ts';
import { misuse } from '#server/commands/print.ts';

interface Options extends ContractOptions {
  readonly vendor?: string;
  readonly apply?: boolean;
}

/** `reglament contracts …`: what customers have agreed with a vendor, and what it lacks. */
export async function contractsCommand(
  env: Environment,
  action: string,
  args: readonly string[],
  { vendor, apply = false, ...contract }: Options,
): Promise<number> {
  const [named, ...further] = args;
  if (action === 'set' && named !== undefined && further.length === 0) {
    return contractsSet(env, vendor, named, contract);
  }
  if (action === 'import' && named !== undefined && further.length === 0) {
    return contractsImport(env, vendor, named, apply);
  }
  if (action === 'check' && named === undefined) return contractsCheck(env, vendor);
  return misuse(
    'Say `contracts set NUMBER`, `contracts import FILE.csv` or `contracts check`, each with --vendor VENDOR.',
  );
}
