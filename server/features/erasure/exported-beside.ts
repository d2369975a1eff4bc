import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { RequesterExport } from '#shared/wire/personal-data.ts';
import type { Database } from '#server/db/connect.ts';
import { attachments } from '#server/features/attachments/attachments.table.ts';
import type { PersonPlace } from '#server/features/erasure/erase-person.ts';
import { interactions } from '#server/features/interactions/interactions.table.ts';
import { lettersOfPerson, type LettersOf } from '#server/features/outbox/letters-of-person.ts';
import { outbox } from '#server/features/outbox/outbox.table.ts';
import { requesterProofs } from '#server/features/requesters/requester-proofs.table.ts';
import { surveyAnswers, surveys } from '#server/features/surveys/surveys.table.ts';

/** Contacts of one person that were written down beside tickets. */
export async function contactsOf(db: Database, { tenantId, requesterId }: PersonPlace) {
  const rows = await db
    .select()
    .from(interactions)
    .where(and(eq(interactions.tenantId, tenantId), eq(interactions.requesterId, requesterId)))
    .orderBy(asc(interactions.at));
  return rows.map(({ id, kind, channel, at, name, phone, organisation, words }) => ({
    id,
    kind,
    channel,
    name,
    phone,
    organisation,
    at: at.toISOString(),
    text: words,
  }));
}

/** What one person was asked, and what they answered. */
export async function opinionsOf(db: Database, { tenantId, requesterId }: PersonPlace) {
  const rows = await db
    .select({ survey: surveys, answer: surveyAnswers })
    .from(surveys)
    .leftJoin(
      surveyAnswers,
      and(eq(surveyAnswers.tenantId, surveys.tenantId), eq(surveyAnswers.surveyId, surveys.id)),
    )
    .where(and(eq(surveys.tenantId, tenantId), eq(surveys.requesterId, requesterId)));
  return rows.map(({ survey, answer }) => ({
    survey: survey.id,
    ticket: survey.ticketId,
    score: answer?.score ?? null,
    solved: answer?.solved ?? null,
    comment: answer?.comment ?? null,
    askedAt: survey.issuedAt.toISOString(),
    at: answer?.answeredAt.toISOString() ?? null,
  }));
}

/** Files of one person that no message took. */
export async function uploadsOf(
  db: Database,
  { tenantId, requesterId }: PersonPlace,
): Promise<RequesterExport['uploads']> {
  const rows = await db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.tenantId, tenantId),
        eq(attachments.uploaderId, requesterId),
        isNull(attachments.messageId),
        isNull(attachments.erasedAt),
      ),
    )
    .orderBy(asc(attachments.createdAt));
  return rows.map(({ id, name, mediaType, sizeBytes }) => ({ id, name, mediaType, sizeBytes }));
}

/** What was said of one person's agreements and conditions. */
export async function proofsOf(
  db: Database,
  { tenantId, requesterId }: PersonPlace,
): Promise<RequesterExport['proofs']> {
  const rows = await db
    .select()
    .from(requesterProofs)
    .where(
      and(eq(requesterProofs.tenantId, tenantId), eq(requesterProofs.requesterId, requesterId)),
    );
  return rows.map(({ subject, source, state, at }) => ({
    subject,
    source,
    state,
    at: at.toISOString(),
  }));
}

/** Letters to one person, of any address they had, without those of tickets that are not told. */
export async function lettersOf(
  db: Database,
  whose: LettersOf,
  tickets: RequesterExport['tickets'],
): Promise<RequesterExport['letters']> {
  const ofTickets = and(
    eq(outbox.tenantId, whose.tenantId),
    inArray(
      outbox.ticketId,
      tickets.map(({ id }) => id),
    ),
  );
  const rows = await db
    .select()
    .from(outbox)
    .where(or(ofTickets, lettersOfPerson(whose)))
    .orderBy(asc(outbox.id));
  return rows.map(({ kind, ticketId, createdAt, sentAt }) => ({
    kind,
    ticket: ticketId,
    at: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }));
}
