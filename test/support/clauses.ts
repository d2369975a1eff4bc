import { didox24Rows } from './clauses/s1-didox24.ts';
import { jokercrmRows } from './clauses/s4-jokercrm.ts';
import { modmeRows } from './clauses/s0-modme.ts';
import { moidokumentyRows } from './clauses/s2-moidokumenty.ts';
import type { ClauseRow, Place } from './clauses/row.ts';
import { didox24Rules } from './clauses/s1-didox24.rules.ts';
import { jokercrmRules } from './clauses/s4-jokercrm.rules.ts';
import { modmeRules } from './clauses/s0-modme.rules.ts';
import { moidokumentyRules } from './clauses/s2-moidokumenty.rules.ts';
import type { RowRules } from './clauses/rule.ts';
import { technokadRows } from './clauses/s3-technokad.ts';
import { technokadRules } from './clauses/s3-technokad.rules.ts';

/** Every operational requirement of the five regulations, in their order. */
export const clauseRows: readonly ClauseRow[] = [
  ...modmeRows,
  ...didox24Rows,
  ...moidokumentyRows,
  ...technokadRows,
  ...jokercrmRows,
];

/** Places where rows are claimed to hold so far. A row counts as claimed with the first of them. */
const claimedPlaces: readonly Place[] = ['POL', 'PUB', 'REG', 'JOB', 'DSK', 'MON', 'WID'];

/** The places of a row that are claimed; empty for a row that waits for its time. */
export const claimedPlacesOf = (row: ClauseRow): readonly Place[] =>
  row.places.filter((place) => claimedPlaces.includes(place));

/** What makes each claimed row hold, and how to break it. */
export const rulesByRow: RowRules = {
  ...modmeRules,
  ...didox24Rules,
  ...moidokumentyRules,
  ...technokadRules,
  ...jokercrmRules,
};
