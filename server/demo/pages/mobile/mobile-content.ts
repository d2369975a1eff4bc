import type { MenuItem, Payment, Share, Tab, Tone } from '#server/demo/pages/kit/content.ts';
import type { IconName } from '#server/demo/pages/kit/icons.ts';
import type { Text } from '#server/demo/pages/kit/text.ts';

/** One line of the list: it opens to say more. */
export interface MobileItem {
  readonly tab: string;
  readonly tone: Tone;
  readonly icon: IconName;
  readonly title: Text;
  readonly note: Text;
  readonly state: Text;
  readonly more: Text;
}

/** A form that books a place, a day and a time. */
export interface Booking {
  readonly title: Text;
  readonly what: { readonly label: Text; readonly options: readonly Text[] };
  readonly where: { readonly label: Text; readonly options: readonly Text[] };
  readonly days: readonly Text[];
  readonly slots: readonly { readonly time: string; readonly taken?: boolean }[];
  readonly action: Text;
  /** Said after booking, before the day and the time. */
  readonly done: Text;
}

/** A shortcut: opens the payment, or leads to the list or to the booking. */
export interface MobileAction {
  readonly to: 'pay' | 'list' | 'book';
  readonly icon: IconName;
  readonly label: Text;
}

/** Everything that a vendor's mobile page says; the renderer adds nothing of its own. */
export interface MobileContent {
  readonly product: string;
  readonly place: Text;
  readonly sections: readonly MenuItem[];
  /** What comes next for the person: the first card. */
  readonly next: {
    readonly overline: Text;
    readonly badge: Text;
    readonly title: Text;
    readonly facts: readonly {
      readonly label: Text;
      readonly value: Text;
      readonly private?: boolean;
    }[];
    readonly action: Text;
  };
  readonly share: Share;
  readonly actions: readonly MobileAction[];
  readonly listTitle: Text;
  readonly tabs: readonly Tab[];
  readonly items: readonly MobileItem[];
  readonly booking: Booking;
  readonly payment: Payment;
}
