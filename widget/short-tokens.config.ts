import type { Plugin } from 'vite';

/** Properties that a page may set keep their names. */
const ownToken = /--rg-(?!(?:accent|on-accent|radius|font|offset-[xy])\b(?!-))[a-z0-9-]+/g;

/**
 * Tokens that are ours alone are numbered, the same in every part of a build: each name would weigh in each part.
 * That is done before parts are named by their digests, as a browser keeps a part as long as its name is the same.
 */
export const shortTokens = (): Plugin => {
  const met = new Set<string>();
  let names: readonly string[] = [];
  return {
    name: 'short-tokens',
    transform: {
      filter: { code: /--rg-/ },
      handler: (code) => void (code.match(ownToken) ?? []).forEach((name) => met.add(name)),
    },
    renderStart() {
      names = [...met].toSorted();
    },
    renderChunk: (code) =>
      code.replace(ownToken, (name) => `--rg${names.indexOf(name).toString(36)}`),
  };
};
