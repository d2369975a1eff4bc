import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '#server/db/connect.ts';
import type { Deps } from '#server/deps.ts';
import { sha256 } from '#server/digest.ts';
import { keepContacts } from '#server/features/contacts/contacts-lock.ts';
import { contactsAfter, type Contact } from '#server/features/contacts/contacts.repository.ts';
import { putLetters } from '#server/features/outbox/put-letters.ts';
import { issueSurveys } from '#server/features/surveys/issue-survey.ts';
import { writeWave } from '#server/features/surveys/plan-wave.ts';
import { surveyParams } from '#server/features/surveys/survey-letter.ts';
import {
  surveyOptOuts,
  surveyWaves,
  type SurveyWaveRow,
} from '#server/features/surveys/surveys.table.ts';
import { armTimers } from '#server/jobs/arm-timers.ts';
import { lockUnlessHeld } from '#server/jobs/lock-unless-held.ts';
import type { ClaimedTimer, TimerHandler } from '#server/jobs/timer-handler.ts';
import { nextWaveAt } from '#server/policy/life/survey-waves.ts';

type WaveDeps = Pick<Deps, 'ids' | 'secretBox'>;

/**
 * The time of a wave has come: letters to a batch of its sample, then the next batch, and at the end
 * the next wave where it repeats, later than now however late this one was. Nobody is asked twice, and nobody who wants no more surveys.
 *
 * @param batch contacts that one transaction asks
 */
export const sendSurveyWaves =
  (deps: WaveDeps, batch = 200): TimerHandler =>
  async (tx, due, now) => {
    const held: ClaimedTimer[] = [];
    for (const timer of due) {
      const wave = await lockUnsent(tx, timer);
      if (wave === undefined) continue;
      if (wave === 'held' || !(await keepContacts(tx, timer.tenantId))) held.push(timer);
      else await sendBatch(deps, tx, wave, now, batch);
    }
    return held;
  };

async function sendBatch(
  deps: WaveDeps,
  tx: Transaction,
  wave: SurveyWaveRow,
  now: Date,
  batch: number,
): Promise<void> {
  const { tenantId, id, sentTo, questions } = wave;
  const { contacts, last } = await contactsAfter(tx, tenantId, sentTo, batch);
  const unwilling = await optedOut(tx, tenantId, contacts);
  const asked = contacts.filter((one) => !unwilling.has(one.sha256) && isInSample(wave, one));
  const drafts = asked.map(({ requesterId, sha256: contactSha256 }) => {
    const ofWave = { id, contactSha256 };
    return {
      tenantId,
      ticketId: null,
      requesterId,
      kind: 'wave',
      questions,
      wave: ofWave,
    } as const;
  });
  const tokens = await issueSurveys(deps, tx, drafts, now);
  const letters = asked.flatMap(({ requesterId, email: recipient, locale }, place) => {
    const token = tokens[place];
    if (token === undefined) return [];
    const params = surveyParams(deps, tenantId, recipient, token);
    return [{ tenantId, requesterId, kind: 'survey' as const, recipient, locale, params }];
  });
  await putLetters(tx, letters, now);
  const here = and(eq(surveyWaves.tenantId, tenantId), eq(surveyWaves.id, id));
  if (last !== null) {
    await tx.update(surveyWaves).set({ sentTo: last }).where(here);
    await armTimers(tx, [{ tenantId, subjectId: id, kind: 'survey_wave.send', fireAt: now }]);
    return;
  }
  await tx.update(surveyWaves).set({ sentAt: now }).where(here);
  if (wave.repeats === null) return;
  const firstStartsAt = wave.firstStartsAt ?? wave.startsAt;
  const after = Math.max(now.getTime(), wave.startsAt.getTime());
  await writeWave(tx, {
    ...wave,
    id: deps.ids.next('wav'),
    startsAt: new Date(nextWaveAt(firstStartsAt.getTime(), wave.repeats, after)),
    firstStartsAt,
    sentTo: null,
    sentAt: null,
    createdAt: now,
  });
}

/** The same contact is in or out of a wave however often it is asked; another wave takes others. */
const isInSample = ({ id, samplePercent }: SurveyWaveRow, contact: Contact): boolean =>
  Buffer.from(sha256(`${id} ${contact.sha256}`), 'base64url').readUInt32BE() % 100 < samplePercent;

async function optedOut(
  tx: Transaction,
  tenantId: string,
  contacts: readonly Contact[],
): Promise<Set<string>> {
  const rows = await tx
    .select({ sha256: surveyOptOuts.contactSha256 })
    .from(surveyOptOuts)
    .where(
      and(
        eq(surveyOptOuts.tenantId, tenantId),
        inArray(
          surveyOptOuts.contactSha256,
          contacts.map((one) => one.sha256),
        ),
      ),
    );
  return new Set(rows.map((row) => row.sha256));
}

const lockUnsent = (tx: Transaction, { tenantId, subjectId }: ClaimedTimer) =>
  lockUnlessHeld<SurveyWaveRow>(() =>
    tx
      .select()
      .from(surveyWaves)
      .where(
        and(
          eq(surveyWaves.tenantId, tenantId),
          eq(surveyWaves.id, subjectId),
          isNull(surveyWaves.sentAt),
          isNull(surveyWaves.endedAt),
        ),
      ),
  );
