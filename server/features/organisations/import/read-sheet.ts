import type { ContractBody, ImportReport } from '#shared/wire/organisation.ts';
import { readCsv, type CsvRow } from '#server/csv.ts';
import {
  columns,
  neededColumns,
  type Column,
} from '#server/features/organisations/import/columns.ts';
import { isCleanText } from '#server/http/json-body.ts';

/** Something that is wrong with a file. */
export type ImportError = ImportReport['errors'][number];

/** What a file says of one contract; what it has no column for is absent. */
export interface SheetContract {
  readonly number: string;
  readonly organisation: { readonly name: string; readonly region?: string | null };
  readonly validFrom: string;
  readonly terms: Partial<Omit<ContractBody, 'number' | 'organisation' | 'validFrom'>>;
  /** The line that says it first. */
  readonly line: number;
  /** Line of each listed person. */
  readonly contactLines: readonly number[];
}

/** What a file of organisations, contracts and persons says, and everything that is wrong with it. */
export interface Sheet {
  readonly contracts: readonly SheetContract[];
  readonly errors: readonly ImportError[];
}

interface Line {
  readonly line: number;
  /** Text by name of the column. */
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads a file of one line a contract, or one a listed person or portal of it. Lines of the same
 * number are one contract; what a later one leaves empty stands in the first.
 */
export function readSheet(csv: string): Sheet {
  const read = readCsv(csv);
  if (!read.ok) {
    return { contracts: [], errors: [{ ...read.failure, column: null, code: 'import.malformed' }] };
  }
  const [header = { line: 1, cells: [] }, ...rows] = read.value;
  const names = header.cells.map((name) => name.trim().toLowerCase());
  const errors = headerErrors(header.line, names);
  if (errors.length > 0) return { contracts: [], errors };

  const byNumber = new Map<string, Line[]>();
  for (const row of rows) {
    const line = lineOf(row, names, errors);
    const number = line?.cells.get('number') ?? '';
    if (line) byNumber.set(number, [...(byNumber.get(number) ?? []), line]);
  }
  const contracts = [...byNumber.values()].map((lines) => contractOf(lines, names, errors));
  return { contracts: contracts.filter((one) => one !== undefined), errors };
}

function headerErrors(line: number, names: readonly string[]): ImportError[] {
  const unknown = names.filter((name, i) => !columns.has(name) || names.indexOf(name) < i);
  const missing = neededColumns.filter((name) => !names.includes(name));
  return [
    ...unknown.map((column) => ({ line, column, code: 'import.column_unknown' as const })),
    ...missing.map((column) => ({ line, column, code: 'import.column_missing' as const })),
  ];
}

function lineOf(
  { line, cells }: CsvRow,
  names: readonly string[],
  errors: ImportError[],
): Line | undefined {
  if (cells.length !== names.length) {
    errors.push({ line, column: null, code: 'import.row_width' });
    return undefined;
  }
  const unclean = names.filter((_name, i) => !isCleanText(cells[i] ?? ''));
  const numberless = cells[names.indexOf('number')]?.trim() === '' ? ['number'] : [];
  for (const column of [...unclean, ...numberless]) {
    errors.push({ line, column, code: 'import.cell_invalid' });
  }
  if (unclean.length + numberless.length > 0) return undefined;
  return { line, cells: new Map(names.map((name, i) => [name, cells[i]?.trim() ?? ''])) };
}

function contractOf(
  lines: readonly Line[],
  names: readonly string[],
  errors: ImportError[],
): SheetContract | undefined {
  const before = errors.length;
  const of = (part: Column['part']) => [...columns].filter(([, one]) => one.part === part);
  const value = ({ line, cells }: Line, name: string, column: Column) => {
    const read = column.read(cells.get(name) ?? '');
    if (read === undefined) errors.push({ line, column: name, code: 'import.cell_invalid' });
    return [column.key, read] as const;
  };
  const said = of('contract')
    .filter(([name]) => names.includes(name))
    .map(([name, column]) => value(firstWith(lines, name, errors), name, column));
  const parts = (part: 'contact' | 'portal') => {
    const own = of(part);
    const naming = lines.filter(({ cells }) => own.some(([name]) => cells.get(name)));
    const items = naming.map((line) =>
      Object.fromEntries(own.map(([name, column]) => value(line, name, column))),
    );
    const hasColumns = own.some(([name]) => names.includes(name));
    return { naming, said: hasColumns ? { [`${part}s`]: items } : {} };
  };
  const contacts = parts('contact');
  // each value was read by the schema of its key
  const { name, region, number, validFrom, ...terms } = {
    ...Object.fromEntries(said),
    ...contacts.said,
    ...parts('portal').said,
  } as ContractBody & { readonly name: string; readonly region?: string | null };
  if (errors.length > before) return undefined;
  return {
    number,
    organisation: { name, ...(region === undefined ? {} : { region }) },
    validFrom,
    terms,
    line: lines[0]?.line ?? 1,
    contactLines: contacts.naming.map(({ line }) => line),
  };
}

/** The line that fills a column; a later one that fills it otherwise contradicts it. */
function firstWith(lines: readonly Line[], name: string, errors: ImportError[]): Line {
  const [first, ...later] = lines.filter(({ cells }) => cells.get(name));
  for (const { line, cells } of later) {
    if (cells.get(name) !== first?.cells.get(name)) {
      errors.push({ line, column: name, code: 'import.contradiction' });
    }
  }
  return first ?? (lines[0] as Line);
}
