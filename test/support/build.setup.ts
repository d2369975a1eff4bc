import { execFileSync } from 'node:child_process';
import { root } from '#test/support/sources.ts';

/** Tests of the product as it is shipped look at what is built. */
export default function setup(): void {
  execFileSync('npx', ['tsx', 'server/build/build-if-stale.ts'], { cwd: root, stdio: 'inherit' });
}
