import type {
  Column,
  Entry,
  Figure,
  Happening,
  Payment,
  Share,
  Tab,
} from '#server/demo/pages/kit/content.ts';
import type { Text } from '#server/demo/pages/kit/text.ts';

/** What a vendor's application says inside a company portal; the renderer adds the portal. */
export interface PortalContent {
  /** Whose portal it is. */
  readonly company: Text;
  readonly app: string;
  readonly tagline: Text;
  readonly appTabs: readonly Text[];
  readonly figures: readonly Figure[];
  readonly share: Share;
  readonly listTitle: Text;
  readonly tabs: readonly Tab[];
  readonly columns: readonly Column[];
  readonly entries: readonly Entry[];
  /** A small form that asks for a password, as signing does. */
  readonly sign: {
    readonly title: Text;
    readonly keyLabel: Text;
    readonly keys: readonly Text[];
    readonly secret: Text;
    readonly action: Text;
    /** Said after pressing, followed by the name of the chosen entry. */
    readonly done: Text;
  };
  readonly happenings: readonly Happening[];
  readonly payment: Payment;
}
