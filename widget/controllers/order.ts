import type { OpenTicketBody } from '#shared/wire/ticket.ts';
import type { Draft } from '#widget/controllers/draft.ts';

/** A file of something on its way. */
export interface OrderFile {
  readonly localId: string;
  readonly name: string;
  /** Where it goes on, once some of it has arrived. */
  readonly at?: string | undefined;
  /** Once the server has all of it. */
  readonly id?: string;
}

/** One submission as it is kept across reloads: the key is made once, the body is frozen once whole. */
export interface Parcel {
  readonly key: string;
  /** Who has written it: nobody else sends it. */
  readonly person: string;
  /** Id of the request that it is a reply to; a new request has none. */
  readonly to?: string;
  readonly files: readonly OrderFile[];
  /** What it was made of: goes back to where it was written if it is refused. */
  readonly draft: Draft;
  /** Whether secrets were left out of it, which live only as long as the page. */
  readonly withheld?: true;
  /** The exact text that is posted, and posted again. */
  readonly body?: string;
}

/** A new request on its way. */
export interface Order extends Parcel {
  readonly ticket: Omit<OpenTicketBody, 'attachments'>;
}
