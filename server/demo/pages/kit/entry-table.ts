import type { Column, Entry } from './content.ts';
import { el, onPress } from './el.ts';
import { formatNumber, type PageLocale, type Text, type Translate } from './text.ts';

interface TableParts {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly entries: readonly Entry[];
  readonly locale: PageLocale;
  readonly t: Translate;
  readonly select: (entry: Entry) => void;
}

/** A table whose rows can be chosen: by pointer anywhere, by keyboard through the name's button. */
export function entryTable(parts: TableParts): {
  readonly element: HTMLElement;
  /** Shows only the entries that `keep` accepts. */
  readonly filter: (keep: (entry: Entry) => boolean) => void;
} {
  const { columns, entries, locale, t } = parts;
  const rows = entries.map((entry, index) => ({
    entry,
    row: tableRow(columns, entry, index === 0, locale, t),
  }));
  const choose = (chosen: Entry) => {
    for (const { entry, row } of rows) {
      row.querySelector('button')?.setAttribute('aria-pressed', String(entry === chosen));
    }
    parts.select(chosen);
  };
  for (const { entry, row } of rows) onPress(row, () => choose(entry));

  const heads = columns.map((column) =>
    el('th', { scope: 'col', class: cellClass(column) }, t(column.label)),
  );
  const table = el(
    'table',
    { 'aria-label': parts.label },
    el('thead', {}, el('tr', {}, ...heads)),
    el('tbody', {}, ...rows.map(({ row }) => row)),
  );
  return {
    element: el('div', { class: 'card table-card' }, table),
    filter: (keep) => {
      for (const { entry, row } of rows) row.hidden = !keep(entry);
    },
  };
}

/** A cell as people read it. */
export function cellText(cell: Text | number, locale: PageLocale, t: Translate): string {
  return typeof cell === 'number' ? formatNumber(locale, cell) : t(cell);
}

function tableRow(
  columns: readonly Column[],
  entry: Entry,
  chosen: boolean,
  locale: PageLocale,
  t: Translate,
): HTMLTableRowElement {
  const row = el('tr');
  columns.forEach((column, index) => {
    const text = cellText(entry.cells[index] ?? '', locale, t);
    const content =
      column.kind === 'name'
        ? el('button', { type: 'button', class: 'row-name', 'aria-pressed': String(chosen) }, text)
        : column.kind === 'state'
          ? el('span', { class: `pill ${entry.tone}` }, text)
          : text;
    row.append(el('td', { class: cellClass(column), 'data-private': column.private }, content));
  });
  return row;
}

const cellClass = ({ kind, wide }: Column): string => `cell-${kind}${wide ? ' wide' : ''}`;
