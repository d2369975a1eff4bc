import { personRules } from '#shared/scrub/people.ts';
import { secretRules } from '#shared/scrub/secrets.ts';

const rules = [...secretRules, ...personRules];

const byRules = (text: string): string =>
  rules.reduce(
    (rest, { find, mark, proves }) =>
      proves
        ? rest.replace(find, (found) => (proves(found) ? mark : found))
        : rest.replace(find, mark),
    text,
  );

const escaped = /(?<![^\s"'<>])[^\s"'<>]*%[\da-f]{2}[^\s"'<>]*/giu;
/** Addresses inside of addresses are escaped once more. */
const mostTimes = 3;

/** A word as people read it; of one that is broken, what stands for itself. */
function plain(word: string, times = mostTimes): string {
  if (times === 0) return word;
  let read: string;
  try {
    read = decodeURIComponent(word);
  } catch {
    read = word.replace(/%[2-7][\da-f]/gi, decodeURIComponent);
  }
  return read === word ? word : plain(read, times - 1);
}

/**
 * A text without what may be secret or name a person: tokens and passwords, tails of addresses, mail,
 * telephones, cards and numbers of papers. What is taken out leaves a mark of its kind, so that a
 * reader sees that something stood there. Ordinary numbers stay: orders, dates, prices, versions.
 * A word that is escaped as in an address stays so unless it holds something of them.
 */
export const scrubText = (text: string): string =>
  byRules(
    text.replace(escaped, (word) => {
      const readable = plain(word);
      const clean = byRules(readable);
      return clean === readable ? word : clean;
    }),
  );
