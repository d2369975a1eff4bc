import type {
  Column,
  Entry,
  Figure,
  Happening,
  MenuItem,
  Payment,
  Share,
  Tab,
} from '#server/demo/pages/kit/content.ts';
import type { Text } from '#server/demo/pages/kit/text.ts';

/** Everything that a vendor's CRM says on the demo page; the renderer adds nothing of its own. */
export interface CrmContent {
  readonly organisation: Text;
  readonly product: string;
  readonly menu: readonly MenuItem[];
  readonly search: Text;
  readonly heading: Text;
  readonly subheading: Text;
  readonly figures: readonly Figure[];
  readonly share: Share;
  readonly tabs: readonly Tab[];
  /** Choices of the pickers beside the tabs: the first is chosen. */
  readonly filters: readonly (readonly Text[])[];
  readonly columns: readonly Column[];
  readonly entries: readonly Entry[];
  /** The card of the chosen entry. */
  readonly cardTitle: Text;
  readonly happenings: readonly Happening[];
  readonly payment: Payment;
}
