import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '#server/package-root.ts';

const folder = join(packageRoot(import.meta.url), 'server/features/policy-page/styles');

/** In the order in which one overrules another. */
const sheets = [
  'tokens.css',
  'page.css',
  'sections.css',
  'documents.css',
  'drawings.css',
  'questions.css',
  'print.css',
];

/** The page's stylesheet. @throws when the package is not whole */
export async function readStylesheet(): Promise<string> {
  const texts = await Promise.all(sheets.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.join('\n');
}
