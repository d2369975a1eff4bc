import type { Translate } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/portal-payment/en.ts';
import type { PortalPayment } from '#shared/wire/portal.ts';

/** How an app is paid for, in a few words. */
export function paymentWords(
  say: Translate<keyof typeof en>,
  { state, daysLeft }: PortalPayment,
): string {
  if (state === 'ended' || state === 'trial_ended') return say(`payment.${state}`);
  if (daysLeft === null) return say('payment.trialOpen');
  return daysLeft === 0
    ? say(`payment.${state}Last`)
    : say(`payment.${state}`, { count: daysLeft });
}
