import { and, desc, eq, isNull, or, type SQL } from 'drizzle-orm';
import type { Database } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import {
  contractContacts,
  contractDomains,
  contracts,
  ofItsOrganisation,
  organisations,
} from '#server/features/organisations/organisations.table.ts';
import type { ChatEvidence } from '#server/policy/decision/attribute-login.ts';
import type { MailEvidence } from '#server/policy/decision/attribute-mail.ts';
import { attributionOf, type Attribution } from '#server/policy/decision/attribution.ts';
import { mailDomain } from '#server/policy/decision/public-mail.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * Whose organisation a letter or a chat message is from, by what contracts name. The first account
 * that writes with a registered login is bound to it (B8); of two at once one is.
 */
export async function attributeSender(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  pack: PolicyPack,
  evidence: MailEvidence | ChatEvidence,
): Promise<Attribution> {
  const attribution = await attribute(db, pack, evidence);
  if (evidence.by !== 'chat' || attribution.outcome !== 'attributed' || !attribution.bind) {
    return attribution;
  }
  const bound = await db
    .update(contractContacts)
    .set({ telegramAccountId: attribution.bind.accountId, telegramBoundAt: new Date(now()) })
    .where(
      and(
        eq(contractContacts.tenantId, pack.vendor),
        eq(contractContacts.telegramLogin, plainLogin(evidence)),
        isNull(contractContacts.telegramAccountId),
      ),
    )
    .returning({ place: contractContacts.place });
  return bound.length > 0 ? attribution : attribute(db, pack, evidence);
}

async function attribute(
  db: Database,
  pack: PolicyPack,
  evidence: MailEvidence | ChatEvidence,
): Promise<Attribution> {
  const registered = { mail: [], logins: [], portals: [] };
  return evidence.by === 'mail'
    ? attributionOf(pack, evidence, {
        ...registered,
        mail: await registeredMail(db, pack.vendor, evidence),
      })
    : attributionOf(pack, evidence, {
        ...registered,
        logins: await registeredLogins(db, pack.vendor, evidence),
      });
}

async function registeredMail(db: Database, tenantId: string, { from }: MailEvidence) {
  const people = await listed(db, tenantId, eq(contractContacts.email, from.toLowerCase()));
  const domains = await db
    .select({ organisation: organisations.name, domain: contractDomains.domain })
    .from(contractDomains)
    .innerJoin(
      contracts,
      and(
        eq(contracts.tenantId, contractDomains.tenantId),
        eq(contracts.number, contractDomains.contractNumber),
      ),
    )
    .innerJoin(organisations, ofItsOrganisation)
    .where(
      and(
        eq(contractDomains.tenantId, tenantId),
        eq(contractDomains.domain, mailDomain(from) ?? ''),
      ),
    )
    .orderBy(desc(contracts.validFrom));
  return [
    ...people.map(({ organisation, email }) => ({
      organisation,
      domains: [],
      addresses: email === null ? [] : [email],
    })),
    ...domains.map(({ organisation, domain }) => ({
      organisation,
      domains: [domain],
      addresses: [],
    })),
  ];
}

async function registeredLogins(db: Database, tenantId: string, evidence: ChatEvidence) {
  const people = await listed(
    db,
    tenantId,
    or(
      eq(contractContacts.telegramAccountId, evidence.accountId),
      eq(contractContacts.telegramLogin, plainLogin(evidence)),
    ),
  );
  return people.flatMap(({ organisation, login, accountId }) =>
    login === null ? [] : [{ organisation, login, accountId }],
  );
}

const plainLogin = ({ login }: ChatEvidence): string =>
  (login ?? '').replace(/^@/, '').toLowerCase();

/** Persons that contracts list, those of the newest contracts first. */
const listed = (db: Database, tenantId: string, who: SQL | undefined) =>
  db
    .select({
      organisation: organisations.name,
      email: contractContacts.email,
      login: contractContacts.telegramLogin,
      accountId: contractContacts.telegramAccountId,
    })
    .from(contractContacts)
    .innerJoin(
      contracts,
      and(
        eq(contracts.tenantId, contractContacts.tenantId),
        eq(contracts.number, contractContacts.contractNumber),
      ),
    )
    .innerJoin(organisations, ofItsOrganisation)
    .where(and(eq(contractContacts.tenantId, tenantId), who))
    .orderBy(desc(contracts.validFrom));
