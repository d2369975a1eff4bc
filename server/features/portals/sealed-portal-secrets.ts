import { and, eq, isNotNull } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#server/db/connect.ts';
import { portalApps } from '#server/features/portals/portal-apps.table.ts';
import { portalEvents } from '#server/features/portals/portal-events.table.ts';
import { portals, portalTokens } from '#server/features/portals/portals.table.ts';
import {
  accessPlace,
  eventKeyPlace,
  refreshPlace,
} from '#server/features/portals/remember-administrator.ts';
import { eventBodyPlace } from '#server/features/portals/take-event.ts';
import { appSecretPlace } from '#server/features/portals/renew-token.ts';
import type { SealedCell } from '#server/reseal.ts';

/** Everything of portals that is sealed, for the change of a key. */
export async function sealedPortalSecrets(db: Database): Promise<SealedCell[]> {
  const [apps, kept, tokens, events] = await Promise.all([
    db.select().from(portalApps),
    db.select().from(portals),
    db.select().from(portalTokens),
    db.select().from(portalEvents).where(isNotNull(portalEvents.sealedBody)),
  ]);
  const cell = (
    table: PgTable,
    column: PgColumn,
    place: string,
    sealed: string | null,
    keys: readonly (readonly [PgColumn, string])[],
  ): SealedCell[] =>
    sealed === null
      ? []
      : [
          {
            place,
            sealed,
            replace: async (next) => {
              await db
                .update(table)
                .set({ [keyOf(table, column)]: next })
                .where(and(eq(column, sealed), ...keys.map(([key, value]) => eq(key, value))));
            },
          },
        ];
  return [
    ...apps.flatMap(({ tenantId, sealedSecret }) =>
      cell(portalApps, portalApps.sealedSecret, appSecretPlace(tenantId), sealedSecret, [
        [portalApps.tenantId, tenantId],
      ]),
    ),
    ...kept.flatMap((portal) =>
      cell(portals, portals.sealedEventKey, eventKeyPlace(portal), portal.sealedEventKey, [
        [portals.tenantId, portal.tenantId],
        [portals.memberId, portal.memberId],
      ]),
    ),
    ...tokens.flatMap((pair) => {
      const keys = [
        [portalTokens.tenantId, pair.tenantId],
        [portalTokens.memberId, pair.memberId],
      ] as const;
      return [
        ...cell(
          portalTokens,
          portalTokens.sealedAccess,
          accessPlace(pair),
          pair.sealedAccess,
          keys,
        ),
        ...cell(
          portalTokens,
          portalTokens.sealedRefresh,
          refreshPlace(pair),
          pair.sealedRefresh,
          keys,
        ),
      ];
    }),
    ...events.flatMap(({ tenantId, sha256, sealedBody }) =>
      cell(portalEvents, portalEvents.sealedBody, eventBodyPlace(tenantId, sha256), sealedBody, [
        [portalEvents.tenantId, tenantId],
        [portalEvents.sha256, sha256],
      ]),
    ),
  ];
}

/** Under which name a table's row has a column. */
const keyOf = (table: PgTable, column: PgColumn): string =>
  Object.entries(table).find(([, own]) => own === column)?.[0] ?? column.name;
