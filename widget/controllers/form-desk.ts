import type { WidgetField } from '#shared/wire/widget-config.ts';
import type { Draft } from '#widget/controllers/draft.ts';
import type { FileShelf } from '#widget/controllers/file-shelf.ts';
import type { KeptFile } from '#widget/controllers/files.ts';
import type { Written } from '#widget/keeping/kept.ts';

/** The form, as far as what stands behind it has to do with it. */
export interface FormDesk extends Written {
  readonly shelf: Pick<FileShelf, 'change'>;
  readonly fields: readonly WidgetField[];
  /** Files that are still being made: neither kept nor sent. */
  readonly coming: readonly KeptFile[];
  /** Whether the person has written anything since the form was last filled from what was kept. */
  readonly touched: boolean;
  /** Fills the form. @param lost names of files that did not come back */
  show(draft: Draft, files: readonly KeptFile[], lost: readonly string[]): void;
}
