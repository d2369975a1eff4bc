import type { IconName } from './icons.ts';
import type { Text } from './text.ts';

/** Colour of a state; its word stands beside it. */
export type Tone = 'good' | 'wait' | 'bad' | 'quiet';

export interface MenuItem {
  readonly icon: IconName;
  readonly label: Text;
  readonly count?: number;
  readonly current?: boolean;
}

/** One number that the page leads with. A private one is hidden in pictures of the page. */
export interface Figure {
  readonly label: Text;
  readonly value: Text;
  readonly unit?: Text;
  readonly hint: Text;
  readonly private?: boolean;
}

/** A whole split in parts; percentages sum to 100, the first part is the widest. */
export interface Share {
  readonly title: Text;
  readonly parts: readonly {
    readonly label: Text;
    readonly percent: number;
    readonly shown: Text;
  }[];
}

export interface Column {
  readonly label: Text;
  readonly kind: 'name' | 'text' | 'number' | 'state';
  /** Left out on narrow screens. */
  readonly wide?: boolean;
  /** Hidden in pictures of the page. */
  readonly private?: boolean;
}

/** A row of a list. `tab` names the tab it also stands under. */
export interface Entry {
  readonly tab: string;
  readonly tone: Tone;
  /** In the order of the columns; numbers are grouped by the reader's language. */
  readonly cells: readonly (Text | number)[];
}

export interface Tab {
  readonly id: string;
  readonly label: Text;
}

/** What happened, newest first. */
export interface Happening {
  readonly when: Text;
  readonly what: Text;
}

/** What the payment dialog of the product asks for. */
export interface Payment {
  readonly action: Text;
  readonly title: Text;
  readonly purpose: Text;
  readonly amount: string;
  readonly currency: Text;
  /** Sample number of a card that does not exist. */
  readonly card: string;
  readonly secret: Text;
  readonly paid: Text;
}
