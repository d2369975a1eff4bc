import { createHash } from 'node:crypto';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import { shortTokens } from '#widget/short-tokens.config.ts';

/** The parts of a build, as addresses and digests. */
async function partsOf(sources: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      shortTokens(),
      {
        name: 'sources',
        resolveId: (id) => (sources[id] ? `\0${id}` : undefined),
        load: (id) => sources[id.slice(1)],
      },
    ],
    build: { write: false, rolldownOptions: { input: Object.keys(sources) } },
  })) as Rollup.RollupOutput;
  return new Map(
    built.output.map((part) => [
      part.fileName,
      createHash('sha256')
        .update(part.type === 'chunk' ? part.code : part.source)
        .digest('hex'),
    ]),
  );
}

test('a part whose tokens got other numbers got another name: browsers keep the old one for a year', async () => {
  const kept = { panel: 'document.title = "var(--rg-line) var(--rg-accent)"' };
  const before = await partsOf({ ...kept, editor: 'document.body.id = "--rg-text"' });
  const after = await partsOf({ ...kept, editor: 'document.body.id = "--rg-canvas"' });

  const shared = [...before.keys()].filter((name) => after.has(name));
  expect(shared.map((name) => after.get(name))).toEqual(shared.map((name) => before.get(name)));
  expect(before.size).toBe(2);
});
