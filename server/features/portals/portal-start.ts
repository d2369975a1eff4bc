import type { PortalStart } from '#shared/wire/portal.ts';
import type { EntryForm } from '#server/features/portals/entry-form.ts';
import type { Entered } from '#server/features/portals/enter-portal.ts';
import type { PortalAppRow } from '#server/features/portals/portal-apps.table.ts';
import { portalLocale } from '#server/features/portals/portal-locale.ts';
import { paymentOf } from '#server/features/portals/portal-payment.ts';

const ticketNumber = /^[\p{L}\d][\p{L}\d-]{0,39}$/u;
const dealNumber = /^\d{1,12}$/;
const portalPath = /^\/[\x21-\x7e]{0,500}$/;

/** What the page starts with: the proven person's secret, and what the place it was opened from says. */
export function portalStartOf(
  app: PortalAppRow,
  form: EntryForm,
  { portal, session, secret }: Entered,
  page: 'app' | 'install',
  { name, newer }: Pick<PortalStart, 'name'> & Pick<PortalStart['portal'], 'newer'>,
): PortalStart {
  const { ticket = '', URI: from = '', ID: id = '' } = form.placementOptions;
  return {
    page,
    vendor: app.tenantId,
    name,
    locale: portalLocale(form.language),
    secret,
    expiresAt: session.expiresAt.toISOString(),
    portal: {
      domain: portal.domain,
      memberId: portal.memberId,
      boxed: portal.boxed,
      license: portal.license,
      version: portal.version,
      payment: paymentOf(portal),
      newer,
    },
    isAdmin: session.isAdmin,
    placement: form.placement,
    ticket: ticketNumber.test(ticket) ? ticket : null,
    deal: form.placement === 'CRM_DEAL_DETAIL_TAB' && dealNumber.test(id) ? id : null,
    from: portalPath.test(from) ? from : null,
  };
}
