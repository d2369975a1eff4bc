import type { Environment } from '#server/cli.ts';
import { policyLint } from '#server/commands/policy-lint.ts';
import { misuse } from '#server/commands/print.ts';

/** Everything a `policy` command may be told by flags. */
export interface PolicyOptions {
  readonly json?: boolean;
}

/** `reglament policy ACTION …`. */
export async function policyCommand(
  env: Environment,
  action: string,
  args: readonly string[],
  options: PolicyOptions,
): Promise<number> {
  if (action === 'lint') return policyLint(env, args, options);
  return misuse('Say `policy lint FILE`.');
}
