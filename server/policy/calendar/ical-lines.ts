/** One content line of an iCalendar file, unfolded. */
export interface IcalLine {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** In capitals, as are the names of parameters. */
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  /** As written: `unescapeText` and `splitList` read it. */
  readonly value: string;
}

/** Bytes of a line before it is folded, its end not counted. @see RFC 5545 3.1 */
const foldBytes = 75;

/** Lines as they were before folding; empty ones are left out. */
export function unfold(text: string): { readonly line: number; readonly text: string }[] {
  const unfolded: { line: number; text: string }[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = unfolded.at(-1);
    if (/^[ \t]/.test(raw) && last) last.text += raw.slice(1);
    else if (raw.trim() !== '') unfolded.push({ line: index + 1, text: raw });
  }
  return unfolded;
}

const nameAndRest =
  /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s;
const oneParam = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)/g;

/** What steers a terminal or ends a text in a database is in no line. @see RFC 5545 3.1 */
const control = /[^\P{Cc}\t]/u;

/** Undefined when it is no content line. */
export function parseLine(line: number, text: string): IcalLine | undefined {
  const found = control.test(text) ? null : nameAndRest.exec(text);
  if (!found) return undefined;
  const [, name = '', params = '', value = ''] = found;
  const pairs = [...params.matchAll(oneParam)].map(([, key = '', given = '']): [string, string] => [
    key.toUpperCase(),
    given.replaceAll('"', ''),
  ]);
  return { line, name: name.toUpperCase(), params: new Map(pairs), value };
}

/** A TEXT value as people read it. */
export const unescapeText = (value: string): string =>
  value.replace(/\\(.)/gs, (_all, letter: string) => (/[nN]/.test(letter) ? '\n' : letter));

/** The values of a list, split where a comma is not escaped. */
export const splitList = (value: string): string[] =>
  (value.match(/(?:\\.|[^,\\])+/gs) ?? []).map((part) => unescapeText(part).trim());

/** A TEXT value as the file carries it. */
export const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\n|\r/g, '\\n');

/** A content line, folded between characters, with its end. */
export function fold(text: string): string {
  const bytes = new TextEncoder();
  let folded = '';
  let room = foldBytes;
  for (const letter of text) {
    const size = bytes.encode(letter).length;
    if (size > room) {
      folded += '\r\n ';
      room = foldBytes - 1;
    }
    folded += letter;
    room -= size;
  }
  return `${folded}\r\n`;
}
