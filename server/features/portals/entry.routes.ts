import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PortalCatalog } from '#shared/i18n/portal/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { PortalStart } from '#shared/wire/portal.ts';
import type { Deps } from '#server/deps.ts';
import {
  comesFromPortal,
  readEntryForm,
  type EntryFault,
} from '#server/features/portals/entry-form.ts';
import { enterPortal, type NotEntered } from '#server/features/portals/enter-portal.ts';
import { rememberAdministrator } from '#server/features/portals/remember-administrator.ts';
import { isForm } from '#server/features/portals/form-body.ts';
import { clientNetwork } from '#server/http/client-address.ts';
import { portalLocale } from '#server/features/portals/portal-locale.ts';
import { portalAppPage, portalSentencePage } from '#server/features/portals/portal-page.ts';
import { portalStartOf } from '#server/features/portals/portal-start.ts';
import { findPortalApp } from '#server/features/portals/portals.repository.ts';
import type { PortalRow } from '#server/features/portals/portals.table.ts';
import { findOutdated } from '#server/features/releases/find-outdated.ts';

const limitBytes = 65_536;

/** What the failure of an entry is to whoever reads the page, and to the program that opened it. */
const unproven: Readonly<Record<string, readonly [keyof PortalCatalog, 401 | 402]>> = {
  not_installed: ['notInstalled', 401],
  NOT_INSTALLED: ['notInstalled', 401],
  PAYMENT_REQUIRED: ['payment', 402],
};

/**
 * The pages that a Bitrix24 portal opens in a frame: by a form that it posts. A GET is somebody who found the address,
 * a HEAD is the catalogue, which looks whether it answers.
 */
export function portalEntryRoutes(deps: Deps): Hono {
  const app = new Hono();
  const tooLarge = bodyLimit({
    maxSize: limitBytes,
    onError: (c) => sentence(c, localeOf(c), 'malformed', 413, 'too_large'),
  });
  for (const page of ['app', 'install'] as const) {
    const path = `/b24/:vendor/${page}`;
    app.on(['GET', 'HEAD'], path, async (c) => {
      const known = await findPortalApp(deps.db, c.req.param('vendor') ?? '');
      return known
        ? sentence(c, localeOf(c), 'outside', 200)
        : sentence(c, localeOf(c), 'noApp', 404);
    });
    app.post(path, tooLarge, async (c) => {
      const locale = localeOf(c);
      const own = await findPortalApp(deps.db, c.req.param('vendor') ?? '');
      if (!own) return sentence(c, locale, 'noApp', 404);
      if (!isForm(c.req.header('content-type')))
        return sentence(c, locale, 'malformed', 415, 'content_type');
      const form = readEntryForm(new URL(c.req.url).search, await c.req.text());
      if (!form.ok) return malformed(c, locale, form.failure);
      const [origin, destination] = [c.req.header('origin'), c.req.header('sec-fetch-dest')];
      if (!comesFromPortal(origin, form.value.domain, destination))
        return sentence(c, locale, 'foreign', 403, 'origin');
      const entered = await enterPortal(
        deps,
        own,
        form.value,
        page,
        clientNetwork(c, deps.config.PROXIES),
      );
      if (!entered.ok) return refused(c, locale, entered.failure, own.tenantId);
      await rememberAdministrator(deps, form.value, entered.value, page);
      framedBy(c, entered.value.identity.origin);
      const policy = deps.policies.inForce(own.tenantId, deps.now());
      const name = policy?.pack.name[locale] ?? own.tenantId;
      const newer = await newerVersion(deps, entered.value.portal, locale);
      const start = portalStartOf(own, form.value, entered.value, page, { name, newer });
      return c.html(portalAppPage(start, (await deps.portalPages())[page]));
    });
  }
  return app;
}

const localeOf = (c: Context): Locale => portalLocale(c.req.query('LANG') ?? '');

/** What is out beyond the version that runs in a portal. */
async function newerVersion(
  { db }: Deps,
  { tenantId, version }: PortalRow,
  locale: Locale,
): Promise<PortalStart['portal']['newer']> {
  const outdated = await findOutdated(db, tenantId, { context: { appVersion: version } }, locale);
  return outdated && { version: outdated.current, fixes: outdated.fixes };
}

const malformed = (c: Context, locale: Locale, fault: EntryFault) =>
  sentence(c, locale, 'malformed', 400, fault);

function refused(c: Context, locale: Locale, failure: NotEntered, vendor: string) {
  if (failure.kind === 'too_many') {
    c.header('retry-after', String(failure.waitSeconds));
    return sentence(c, locale, 'tooMany', 429, 'too_many', vendor);
  }
  if (failure.kind === 'unavailable') {
    c.header('retry-after', '60');
    return sentence(c, locale, 'unavailable', 503, 'oauth', vendor);
  }
  const [key, status] = unproven[failure.why] ?? ['unproven', 401];
  return sentence(c, locale, key, status, failure.why.slice(0, 40), vendor);
}

/** A page without anything to take: whoever frames it learns nothing. */
function sentence(
  c: Context,
  locale: Locale,
  key: keyof PortalCatalog,
  status: 200 | 400 | 401 | 402 | 403 | 404 | 413 | 415 | 429 | 503,
  code?: string,
  vendor?: string,
) {
  framedBy(c, 'https:');
  return c.html(portalSentencePage(locale, key, code, vendor), status);
}

/** @param frames the proven portal, or any page over TLS for a page that says nothing of anybody */
function framedBy(c: Context, frames: string): void {
  c.header(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
      `media-src blob:; connect-src 'self' ${frames}; base-uri 'none'; form-action 'none'; ` +
      `frame-ancestors ${frames}; require-trusted-types-for 'script'; trusted-types lit-html`,
  );
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
}
