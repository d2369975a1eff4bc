/** What a row is: promise, right, duty of the customer, in scope, out of scope, published fact. */
const rowKinds = ['P', 'R', 'D', 'S', 'X', 'I'] as const;
export type RowKind = (typeof rowKinds)[number];

/**
 * Where a row has to hold: policy engine, registration, agents' desk, timed jobs, widget, channels
 * (mail, Telegram, WhatsApp, phone), Bitrix24 app, public page, knowledge, watch over outages.
 */
export const places = [
  'POL',
  'REG',
  'DSK',
  'JOB',
  'WID',
  'MAIL',
  'TG',
  'WA',
  'PHONE',
  'B24',
  'PUB',
  'KB',
  'MON',
] as const;
export type Place = (typeof places)[number];

/** One requirement of one regulation. `S<regulation>.<clause>.<n>` also stands in titles of tests. */
export interface ClauseRow {
  readonly id: string;
  readonly kind: RowKind;
  /** The row passes when a test passes at each of them. */
  readonly places: readonly Place[];
  readonly says: string;
}

/** @param at places, a space between */
export const row = (id: string, kind: RowKind, at: readonly Place[], says: string): ClauseRow => ({
  id,
  kind,
  places: at,
  says,
});
