import type { Plugin } from 'vite';

/** Properties that a page may set keep their names. */
const ownToken = /--rg-(?!(?:accent|on-accent|radius|font|offset-[xy])\b(?!-))[a-z0-9-]+/g;

/** Tokens that are ours alone are numbered, the same in every part of a build: each name would weigh in each part. */
export const shortTokens: Plugin = {
  name: 'short-tokens',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? [part] : []));
    const names = [...new Set(chunks.flatMap(({ code }) => code.match(ownToken) ?? []))].toSorted();
    for (const chunk of chunks)
      chunk.code = chunk.code.replace(
        ownToken,
        (name) => `--rg${names.indexOf(name).toString(36)}`,
      );
  },
};
