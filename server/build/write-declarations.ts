import { join } from 'node:path';
import { copyDeclarations } from './declarations.ts';
import { packageRoot } from '#server/package-root.ts';

/** The types of the npm entries, for a package about to be packed; `tsc -b` has to have run. */
const root = packageRoot(import.meta.url);
await copyDeclarations(
  join(root, 'dist/types'),
  ['widget/index.d.ts', 'server/policy/business-time.d.ts'],
  join(root, 'dist/declarations'),
);
