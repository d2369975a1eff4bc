import type { AttachmentView } from '#shared/wire/ticket.ts';

/**
 * Where a file is to be seen: its ticket at the desk, which asks who it is and opens the file. Files are not copied
 * to the portal's disk: a webhook has no storage of its own there (`disk.storage.getforapp` takes an app), copies
 * would be seen by whoever sees the folder, and erasing would have to find them all. The address holds no token,
 * and nobody without a sign-in at the desk has anything of it.
 *
 * @param link of the ticket
 */
export const fileLink = (link: string, { id }: Pick<AttachmentView, 'id'>): string =>
  `${link}/${id}`;
