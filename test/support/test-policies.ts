import { sha256 } from '#server/digest.ts';
import { type LoadedPolicy, loadPolicies } from '#server/features/policies/load-policies.ts';
import { compilePolicy } from '#server/policy/packs.ts';
import { calendarYears, hasOtherPacks, packFiles, packOf } from '#test/support/policies.ts';

/** What a server lives by: the shipped packs as it loads them, or those put in their stead. */
export async function testPolicies(): Promise<LoadedPolicy[]> {
  if (hasOtherPacks) {
    return packFiles.map(packOf).map((pack) => ({
      policy: compilePolicy(pack, calendarYears),
      sha256: sha256(JSON.stringify(pack)),
    }));
  }
  const loaded = await loadPolicies();
  if (!loaded.ok) throw new Error(loaded.failure.join('\n'));
  return loaded.value;
}
