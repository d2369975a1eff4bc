import { fail, succeed, type Result } from '#shared/result.ts';

/** A row of a file. */
export interface CsvRow {
  /** Line it begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where a quotation mark is not closed, or stands in the middle of a cell; the line from 1. */
export interface CsvFault {
  readonly line: number;
}

/**
 * Reads a file of rows by RFC 4180, with commas or semicolons, whichever its first line has more of;
 * with any line end and a byte order mark or none. Lines with nothing on them are passed over.
 */
export function readCsv(text: string): Result<CsvRow[], CsvFault> {
  const body = text.replace(/^\uFEFF/, '');
  const mark = delimiterOf(body);
  const rows: CsvRow[] = [];
  let [line, rowLine, at] = [1, 1, 0];
  let cells: string[] = [];
  while (at < body.length) {
    const quoted = body[at] === '"';
    const end = quoted ? endOfQuoted(body, at) : endOfPlain(body, at, mark);
    const raw = body.slice(at, end);
    const closes = end === undefined ? undefined : body[end];
    const stray = quoted ? ![mark, '\r', '\n', undefined].includes(closes) : raw.includes('"');
    if (end === undefined || stray) return fail({ line });
    cells.push(quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    line += raw.split('\n').length - 1;
    at = end;
    if (closes === mark) {
      at += 1;
      // the last cell of a file may be empty
      if (at < body.length) continue;
      cells.push('');
    }
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: rowLine, cells });
    cells = [];
    at += body.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    rowLine = line;
  }
  return succeed(rows);
}

/** The place behind the closing mark; undefined where none closes. */
function endOfQuoted(body: string, from: number): number | undefined {
  for (let at = body.indexOf('"', from + 1); at >= 0; at = body.indexOf('"', at + 2)) {
    if (body[at + 1] !== '"') return at + 1;
  }
  return undefined;
}

function endOfPlain(body: string, from: number, mark: string): number {
  let at = from;
  while (at < body.length && body[at] !== mark && body[at] !== '\r' && body[at] !== '\n') at += 1;
  return at;
}

function delimiterOf(body: string): ',' | ';' {
  const [first = ''] = body.split(/\r?\n|\r/, 1);
  return first.split(';').length > first.split(',').length ? ';' : ',';
}
