import { civilDate } from '#shared/time.ts';
import type { ReleaseView } from '#shared/wire/releases.ts';
import { html, nothing } from 'lit';
import { policyClause, tag } from '#desk/sections/parts.ts';
import type { SectionScene } from '#desk/sections/section.ts';
import { versionWords } from '#desk/sections/versions/version-words.ts';

/** Whether it is a version before its release: `2.0.0-rc.1`. */
const isEarly = ({ version }: ReleaseView) => version.includes('-');

/** Where a version stands, as a mark on its row. @param today local date of who reads */
export function releaseTag({ words }: SectionScene, release: ReleaseView, today: string) {
  const say = versionWords(words.locale);
  if (release.current) return tag('met', 'check', say('releases.current'));
  if (release.releasedOn !== null) {
    return isEarly(release) ? tag('paused', 'note', say('releases.early')) : nothing;
  }
  if (release.plannedOn === null) return tag('paused', 'doc', say('releases.dayless'));
  return release.plannedOn < today
    ? tag('late', 'alert', say('releases.overdue'))
    : tag('soon', 'clock', say('releases.planned'));
}

/** When it came or comes out, with the clause by which customers hear the day. */
export function releaseDay({ words, vendor }: SectionScene, release: ReleaseView) {
  const say = versionWords(words.locale);
  const { plannedOn, releasedOn, clause } = release;
  if (releasedOn !== null)
    return html`${say('releases.outOn', { date: civilDate(words.locale, releasedOn) })}`;
  if (plannedOn === null) return html`${say('releases.noDay')}`;
  const day = say('releases.plannedFor', { date: civilDate(words.locale, plannedOn) });
  return html`${day}${clause ? html` — ${policyClause(words, vendor.key, clause)}` : nothing}`;
}
