/** Lines of an article at most. */
const mostLines = 3_000;
/** Characters with which a line opens lists and quotes, or goes on in them, at most. */
const deepestStart = 48;
/** The lines of one item of a list are gone through again for each of them: lines times characters at most. */
const mostItemWork = 4_000_000;
/** Marks of emphasis, code and links are looked for across the whole of their text: marks times characters at most. */
const mostMarkWork = 2_000_000;
/** Every row of a table is filled up to the width of its head: cells at most that nobody wrote. */
const mostFilledCells = 2_000;
/** Every link says its address anew, though a definition is written once: addresses times their length at most. */
const mostAddressChars = 200_000;

const start = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;
const quotes = /^(?: {0,3}> ?)+/;
const item = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const tableRule = /^(?=.*-)(?=.*[:|])[\s>|:-]+$/;
const noWords = /^[\s>]*$/;
const marks = /[*_~`[\]<!@]/g;

/**
 * Whether the blocks of a text take more work than an article is worth: too many lines, lists and quotes too
 * deep in each other, an item of a list too long, or tables far wider than what stands in them. Takes a few
 * passes over the text.
 */
export function hasTooManyBlocks(markdown: string): boolean {
  const lines = markdown.split(/\r\n|\r|\n/, mostLines + 1);
  if (lines.length > mostLines) return true;
  return (
    lines.some((line) => (start.exec(line)?.[0].length ?? 0) > deepestStart) ||
    listWork(lines) > mostItemWork ||
    filledCells(lines) > mostFilledCells
  );
}

/** @param lines an item ends with the next one at the margin, or with other text there behind an empty line */
function listWork(lines: readonly string[]): number {
  let work = 0;
  let inside: { lines: number; chars: number } | undefined;
  let empty = false;
  const end = () => (work += inside ? inside.lines * inside.chars : 0);
  for (const line of lines) {
    const text = line.replace(quotes, '');
    if (item.test(text)) {
      end();
      inside = { lines: 0, chars: 0 };
    } else if (empty && /^\S/.test(text)) {
      end();
      inside = undefined;
    }
    if (inside) inside = { lines: inside.lines + 1, chars: inside.chars + line.length + 1 };
    empty = text.trim() === '';
  }
  return end();
}

/** @param lines a table ends with an empty line at the latest; until then every line may be a row of the widest */
function filledCells(lines: readonly string[]): number {
  let filled = 0;
  let rows: number[] = [];
  let width = 0;
  for (const line of [...lines, '']) {
    const bars = line.split('|').length - 1;
    if (tableRule.test(line)) width = Math.max(width, bars);
    rows.push(bars);
    if (!noWords.test(line)) continue;
    for (const row of width > 0 ? rows : []) filled += Math.max(0, width - row);
    rows = [];
    width = 0;
  }
  return filled;
}

/**
 * Whether links by reference say their addresses so often that the article becomes far longer than its text.
 *
 * @param addresses those of the definitions
 */
export function hasTooLongLinks(addresses: readonly string[], texts: readonly string[]): boolean {
  const longest = addresses.reduce((most, { length }) => Math.max(most, length), 0);
  const links = texts.reduce((sum, text) => sum + text.split('[').length - 1, 0);
  return (longest + addresses.length) * links > mostAddressChars;
}

/** Whether finding what stands out in texts, each taken for itself, takes more work than an article is worth. */
export const hasTooManyMarks = (texts: readonly string[]): boolean =>
  texts.reduce((work, text) => work + text.length * (text.match(marks)?.length ?? 0), 0) >
  mostMarkWork;
