import { mapResult } from '#shared/result.ts';
import type { OrganisationList } from '#shared/wire/organisation.ts';
import type { SignedStatement } from '#shared/wire/statement.ts';
import { requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of statements asks of the server. */
export const statementsApi = (fetch: Fetch, vendor: string) => ({
  customers: async (after?: string) =>
    mapResult(
      await requestJson<OrganisationList>(fetch, vendorPath(vendor, '/organisations', { after })),
      ({ organisations, next }) => ({ rows: organisations, next }),
    ),
  /** @param month `2026-11`, a month of the vendor's zone */
  statement: (organisation: string, month: string) =>
    requestJson<SignedStatement>(fetch, statementHref(vendor, organisation, month)),
});

/** Where the signed file lies. */
export const statementHref = (vendor: string, organisation: string, month: string) =>
  vendorPath(vendor, `/organisations/${encodeURIComponent(organisation)}/statements/${month}`);
