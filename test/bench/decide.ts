import fc from 'fast-check';
import { decide } from '#server/policy/decide.ts';
import type { Policy } from '#server/policy/packs.ts';
import type { Question } from '#server/policy/decision/question.ts';
import { anyQuestion } from '#test/support/any-question.ts';
import { packFiles, packOf, policyOf } from '#test/support/policies.ts';

/**
 * `npm run bench:decide`: what one decision costs, pack by pack, and whether a million leave anything
 * behind. Only questions that end in a due instant are counted, where the pack has any: the others
 * are cheaper. Microseconds of processor time, so that a busy machine is no slower: the median of the
 * batches, in brackets the slowest.
 */

const limitMicroseconds = 20;
const limitGrownMegabytes = 2;
const batches = 25;
const batchSize = 4000;
const million = 1_000_000;

const collectGarbage = globalThis.gc;
if (!collectGarbage) throw new Error('needs --expose-gc, as the script in package.json gives it');

const sizes = packFiles.map((file) => ({ file, bytes: JSON.stringify(packOf(file)).length }));
const largest = sizes.toSorted((a, b) => b.bytes - a.bytes)[0]?.file ?? '';

let slowest = { median: 0, file: largest };
for (const { file, bytes } of sizes) {
  const policy = policyOf(file.split('.')[0] ?? '');
  const { median, worst, promised } = measure(policy);
  if (median > slowest.median) slowest = { median, file };
  const name = file.replace('.json', '').padEnd(38);
  const kind = promised ? 'with a due instant' : 'without one: no hours or no term';
  console.log(
    `${name} ${(bytes / 1024).toFixed(0).padStart(3)} kB  ${median.toFixed(1).padStart(5)} µs` +
      ` (${worst.toFixed(1)})  ${kind}${file === largest ? ', the largest pack' : ''}`,
  );
}
const grown = memoryAfter(million, slowest.file);
process.exitCode = slowest.median <= limitMicroseconds && grown <= limitGrownMegabytes ? 0 : 1;

function measure(policy: Policy) {
  const { questions, promised } = questionsOf(policy);
  run(policy, questions, 5 * batchSize);
  const microseconds = Array.from({ length: batches }, () => {
    const start = process.cpuUsage();
    run(policy, questions, batchSize);
    return microsecondsSince(start) / batchSize;
  }).toSorted((a, b) => a - b);
  return {
    median: microseconds[Math.floor(batches / 2)] ?? 0,
    worst: microseconds.at(-1) ?? 0,
    promised,
  };
}

function questionsOf(policy: Policy): { questions: readonly Question[]; promised: boolean } {
  const all = fc.sample(anyQuestion(policy), { numRuns: 2000, seed: 1 });
  const counted = all.filter((question) => decide(policy, question).firstResponse.due !== null);
  const promised = counted.length > 0;
  return { questions: promised ? counted : all, promised };
}

function run(policy: Policy, questions: readonly Question[], count: number): void {
  for (let index = 0; index < count; index += 1) {
    const question = questions[index % questions.length];
    if (question) decide(policy, question);
  }
}

function microsecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** Megabytes that stay after so many decisions of one pack. */
function memoryAfter(count: number, file: string): number {
  const policy = policyOf(file.split('.')[0] ?? '');
  const { questions } = questionsOf(policy);
  run(policy, questions, batchSize);
  const before = heapMegabytes();
  const start = performance.now();
  run(policy, questions, count);
  const seconds = (performance.now() - start) / 1000;
  const after = heapMegabytes();
  console.log(
    `${count.toLocaleString('en')} decisions of ${file.replace('.json', '')} in ${seconds.toFixed(1)} s:` +
      ` heap ${before.toFixed(2)} MB before, ${after.toFixed(2)} MB after`,
  );
  return after - before;
}

function heapMegabytes(): number {
  collectGarbage?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}
