import type { PortalPayment } from '#shared/wire/portal.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';

/** A portal warns of the end of a subscription from so many days before, and so does the app. */
const endingDays = 5;
const tried = new Set(['D', 'T']);
const paidFor = new Set(['P', 'S']);

/** How an app is paid for in a portal; null where it is free, or paid for and no end is near. */
export function paymentOf({
  status,
  paymentExpired,
  daysLeft,
}: Pick<PortalRow, 'status' | 'paymentExpired' | 'daysLeft'>): PortalPayment | null {
  const isTried = tried.has(status);
  if (!isTried && !paidFor.has(status)) return null;
  if (paymentExpired || (daysLeft ?? 0) < 0)
    return { state: isTried ? 'trial_ended' : 'ended', daysLeft: null };
  if (isTried) return { state: 'trial', daysLeft };
  return daysLeft !== null && daysLeft <= endingDays ? { state: 'ending', daysLeft } : null;
}
