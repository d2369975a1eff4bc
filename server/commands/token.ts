import { join } from 'node:path';
import type { Environment } from '#server/cli.ts';
import { asList, misuse, refuse } from '#server/commands/print.ts';
import { readConfig } from '#server/config.ts';
import { readHostKey, signHostToken } from '#server/demo/host-keys.ts';

/** `reglament token SUB --vendor V --claim name=value`: prints a token good for an hour. */
export async function tokenCommand(
  env: Environment,
  sub: string,
  { vendor, claim }: { readonly vendor?: string; readonly claim?: string | string[] },
): Promise<number> {
  const config = readConfig(env);
  if (!config.ok) return refuse(...config.failure);
  if (!vendor) return misuse('Say `token SUB --vendor VENDOR`.');
  const claims = asList(claim).map((pair) => pair.split(/=(.*)/s).slice(0, 2));
  if (claims.some(([, value]) => value === undefined))
    return misuse('A claim is given as name=value.');
  const key = await readHostKey(join(config.value.DATA_DIR, 'host-keys'), vendor);
  if (!key)
    return refuse(`There is no demo key of ${vendor}; the demo makes it when it first starts.`);
  const named = Object.fromEntries(
    claims.map(([name, value]) => [name, value === 'true' ? true : value]),
  );
  console.log(await signHostToken(key, vendor, { ...named, sub }, Date.now()));
  return 0;
}
