/** Lines of an article at most. */
const mostLines = 3_000;
/** Characters with which a line opens lists and quotes, or goes on in them, at most. */
const deepestStart = 48;
/** The lines of one item of a list are gone through again for each of them: lines times characters at most. */
const mostItemWork = 4_000_000;
/** Marks of emphasis, code and links are looked for across the whole of their text: marks times characters at most. */
const mostMarkWork = 2_000_000;

const start = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;
const quotes = /^(?: {0,3}> ?)+/;
const item = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const marks = /[*_~`[\]<!@]/g;

/**
 * Whether the blocks of a text take more work than an article is worth: too many lines, lists and quotes too
 * deep in each other, or an item of a list too long. Takes one pass over the text.
 */
export function hasTooManyBlocks(markdown: string): boolean {
  const lines = markdown.split(/\r\n|\r|\n/, mostLines + 1);
  if (lines.length > mostLines) return true;
  return (
    lines.some((line) => (start.exec(line)?.[0].length ?? 0) > deepestStart) ||
    listWork(lines) > mostItemWork
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

/** Whether finding what stands out in texts, each taken for itself, takes more work than an article is worth. */
export const hasTooManyMarks = (texts: readonly string[]): boolean =>
  texts.reduce((work, text) => work + text.length * (text.match(marks)?.length ?? 0), 0) >
  mostMarkWork;
