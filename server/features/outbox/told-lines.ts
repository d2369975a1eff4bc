import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/mail/en.ts';
import { ru } from '#shared/i18n/mail/ru.ts';
import { uz } from '#shared/i18n/mail/uz.ts';
import { civilDate, dateAndTime } from '#shared/time.ts';
import type { Locale } from '#shared/vocabulary.ts';
import { reasonText } from '#server/features/life/reason-text.ts';
import type { OutboxEntry } from '#server/features/outbox/outbox.table.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { Policy } from '#server/policy/packs.ts';

const catalogs = withCyrillic({ en, ru, uz });

/** What a letter tells of an act besides an agent's words: the reason with its clause, days and instants. */
export function toldLines(
  policy: Policy,
  { reason, clause, eta, nextUpdateBy, on, version }: OutboxEntry['params'],
  locale: Locale,
): string[] {
  const { pack } = policy;
  const say = translator(locale, catalogs[locale]);
  const zone = pack.timezoneLabel[locale];
  const moment = (instant: string) => dateAndTime(locale, pack.desk.timezone, Date.parse(instant));
  const lines: string[] = [];
  if (reason && clause) {
    lines.push(say('told.reason', { clause, why: reasonText(policy, reason, clause, locale) }));
  }
  if (eta) lines.push(say('told.eta', { at: moment(eta), zone }));
  if (nextUpdateBy) lines.push(say('told.next_update', { at: moment(nextUpdateBy), zone }));
  if (on && version) lines.push(say('told.version', { version, on: civilDate(locale, on) }));
  else if (on) lines.push(say('told.release', { on: civilDate(locale, on) }));
  return lines;
}

/** How a ticket ended without a solution, in one sentence. */
export function endingLine(
  pack: PolicyPack,
  { outcome, to }: OutboxEntry['params'],
  { number, locale }: { readonly number: string; readonly locale: Locale },
): string {
  const say = translator(locale, catalogs[locale]);
  switch (outcome) {
    case 'handed_over': {
      const target = pack.escalation?.targets.find(({ id }) => id === to);
      return say('closed.handed_over', { number, to: target?.name[locale] ?? to ?? '' });
    }
    case 'declined':
      return say('closed.declined', { number });
    case 'referred':
      return say('closed.referred', { number });
    default:
      return say('closed.text', { number });
  }
}
