import { fail, succeed, type Result } from '#shared/result.ts';
import type { Deps } from '#server/deps.ts';
import type { LoggedEvent } from '#server/features/event-log/event-body.ts';
import type { CallFailure, CallPortal } from '#server/features/vendor-portal/call-vendor-portal.ts';
import { keepRecord, recordsOf } from '#server/features/vendor-portal/records.repository.ts';
import type { VendorPortalRecordRow } from '#server/features/vendor-portal/vendor-portal.table.ts';
import type { VendorPortalSettings } from '#server/features/vendor-portal/vendor-portal-settings.ts';

/** One event of a ticket on its way into the vendor's portal. */
export interface Push {
  readonly deps: Pick<Deps, 'db' | 'now' | 'policies' | 'publicUrl'>;
  readonly call: CallPortal;
  readonly tenantId: string;
  readonly settings: VendorPortalSettings;
  readonly ticketId: string;
  readonly event: LoggedEvent;
  /** It was tried before: what it made may stand there already. */
  readonly again: boolean;
}

/** Whether the portal shows it now. */
export type Pushed = Result<void, CallFailure>;
/** It does, or there is nothing to show. */
export const pushed: Pushed = succeed(undefined);

/** The portal did something, and nobody can read what. */
export const unreadable = fail({ kind: 'lost', code: 'answer_unreadable' } as const);

/** What stands for the ticket under a key; undefined where nothing does yet. */
export const knownRecord = async (
  { deps, tenantId, ticketId }: Push,
  key: string,
): Promise<VendorPortalRecordRow | undefined> =>
  (await recordsOf(deps.db, tenantId, ticketId)).find((record) => record.key === key);

/** Keeps what stands for the ticket from now on. */
export async function keep(
  { deps, tenantId, ticketId }: Push,
  made: Pick<VendorPortalRecordRow, 'key' | 'type' | 'remoteId' | 'stage'>,
): Promise<VendorPortalRecordRow> {
  const record = {
    tenantId,
    ticketId,
    ...made,
    createdAt: new Date(deps.now()),
    formerHost: null,
    formerEntityTypeId: null,
    erasedAt: null,
  };
  await keepRecord(deps.db, record);
  return record;
}
