/** What a place in the portal says of itself, as far as it is plain text. */
export type PlacementOptions = Readonly<Record<string, string>>;

const mostOptions = 50;
const longestOption = 2000;

/**
 * Reads `PLACEMENT_OPTIONS`. It is chosen by whoever opens the page, so it is a hint and never a proof;
 * what is no object of texts counts as nothing said.
 */
export function readPlacementOptions(text: string | undefined): PlacementOptions {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const options = Object.entries(value).filter(
    (entry): entry is [string, string] =>
      /^[A-Za-z]\w{0,63}$/.test(entry[0]) &&
      typeof entry[1] === 'string' &&
      entry[1].length <= longestOption,
  );
  return Object.fromEntries(options.slice(0, mostOptions));
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
