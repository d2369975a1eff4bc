import { buildVictim } from '#test/chaos/victim.ts';
import { runChaos } from '#test/chaos/run-chaos.ts';

/**
 * `npm run chaos`: kills a server CHAOS_KILLS times (200 unless said) under load and looks for what
 * was lost, done twice or left out; CHAOS_SEED repeats a run's dice. Some minutes.
 */
const kills = Number(process.env['CHAOS_KILLS'] ?? 200);
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);
console.log(`CHAOS_SEED=${seed} CHAOS_KILLS=${kills}`);
await buildVictim();
const started = performance.now();
const { violations, refusals, ...counts } = await runChaos({ kills, seed });
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${kills} kills in ${seconds} s: ${JSON.stringify(counts)}`);
for (const refusal of new Set(refusals)) console.log(`refused: ${refusal}`);
for (const violation of violations) console.log(`BROKEN ${violation}`);
console.log(
  violations.length === 0 ? 'nothing lost, nothing twice' : `${violations.length} broken`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
