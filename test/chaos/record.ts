/** What the server has acknowledged, as those who asked remember it. */
export interface ChaosRecord {
  /** Idempotency key → what the server said it made; every answer to that key. */
  readonly tickets: Map<string, { readonly id: string; readonly number: string }[]>;
  /** Words that were sent and acknowledged, each unlike any other. */
  readonly words: string[];
  /** Subjects of deadlines whose arming was committed. */
  readonly armed: string[];
  /** Acts that were acknowledged: how often, by name. */
  readonly acts: Map<string, number>;
  /** Answers that were neither yes nor «later». */
  readonly refusals: string[];
}

export const emptyRecord = (): ChaosRecord => ({
  tickets: new Map(),
  words: [],
  armed: [],
  acts: new Map(),
  refusals: [],
});

/** How many requests the server has said it took. */
export const requestsTaken = ({ tickets }: ChaosRecord): number =>
  [...tickets.values()].reduce((sum, answers) => sum + answers.length, 0);

/** How often the server has said yes so far. */
export const acknowledged = (record: ChaosRecord): number =>
  record.words.length + requestsTaken(record);
