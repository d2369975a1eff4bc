import type { OpenTicketBody } from '#shared/wire/ticket.ts';
import type { Draft } from '#widget/controllers/draft.ts';

/** A file of a request on its way. */
export interface OrderFile {
  readonly localId: string;
  readonly name: string;
  /** Where it goes on, once some of it has arrived. */
  readonly at?: string | undefined;
  /** Once the server has all of it. */
  readonly id?: string;
}

/** One submission as it is kept across reloads: the key is made once, the body is frozen once whole. */
export interface Order {
  readonly key: string;
  /** Who has written it: nobody else sends it. */
  readonly person: string;
  readonly ticket: Omit<OpenTicketBody, 'attachments'>;
  readonly files: readonly OrderFile[];
  /** What it was made of: goes back into the form where the request is refused. */
  readonly draft: Draft;
  /** Whether secrets were left out of it, which live only as long as the page. */
  readonly withheld?: true;
  /** The exact text that is posted, and posted again. */
  readonly body?: string;
}
