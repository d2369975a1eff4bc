import type { EventOutcome } from '#server/features/portals/believe-install.ts';
import { askPortal } from '#server/features/portals/ask-portal.ts';
import type { PortalDeps } from '#server/features/portals/prove-token.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import { changePortal, findPortal } from '#server/features/portals/portals.repository.ts';
import { usableToken } from '#server/features/portals/usable-token.ts';

/** Asks a portal anew what it runs and whether the app is paid for, by the administrator's token. */
export async function lookAtPortal(
  deps: PortalDeps,
  app: PortalAppRow,
  memberId: string,
): Promise<EventOutcome> {
  const place = { tenantId: app.tenantId, memberId };
  const portal = await findPortal(deps.db, place);
  if (!portal || portal.restUrl === null) return 'not_proven';
  const token = await usableToken(deps, app, place);
  if (!token.ok) return token.failure.kind === 'later' ? 'later' : 'not_proven';
  const says = await askPortal(deps.portalHttp, {
    restUrl: portal.restUrl,
    accessToken: token.value,
  });
  if (!says?.edition) return 'later';
  await changePortal(deps.db, place, { ...says.edition, seenAt: new Date(deps.now()) });
  return 'done';
}
