import type { Environment } from '#server/cli.ts';
import { policyDiff } from '#server/commands/policy-diff.ts';
import { type ExplainOptions, policyExplain } from '#server/commands/policy-explain.ts';
import { policyKeys } from '#server/commands/policy-keys.ts';
import { policyLint } from '#server/commands/policy-lint.ts';
import { policyNew } from '#server/commands/policy-new.ts';
import { policyPublish } from '#server/commands/policy-publish.ts';
import { policySimulate, type SimulateOptions } from '#server/commands/policy-simulate.ts';
import { misuse } from '#server/commands/print.ts';

/** Everything a `policy` command may be told by flags. */
export interface PolicyOptions extends ExplainOptions, SimulateOptions {
  readonly edition?: string;
  readonly to?: string;
  readonly calendar?: string;
}

/** `reglament policy ACTION …`. */
export async function policyCommand(
  env: Environment,
  action: string,
  args: readonly string[],
  options: PolicyOptions,
): Promise<number> {
  if (action === 'keys') return policyKeys();
  if (action === 'new') return policyNew(args, options);
  if (action === 'explain') return policyExplain(env, args, options, Date.now);
  if (action === 'diff') return policyDiff(env, args, options, Date.now);
  if (action === 'simulate') return policySimulate(env, args, options, Date.now);
  if (action === 'publish') return policyPublish(env, args, Date.now);
  if (action === 'lint') return policyLint(env, args, options);
  return misuse(
    'Say `policy new`, `policy keys`, `policy lint`, `policy explain`, `policy diff`, `policy simulate` or `policy publish`; `--help` says with what.',
  );
}
