import { html } from 'hono/html';
import { dateAndTime, nearMoment } from '#shared/time.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLink, type Html, momentOf } from '#server/features/policy-page/parts.ts';
import { promiseNow } from '#server/features/policy-page/promise-now.ts';
import { ruler } from '#server/features/policy-page/ruler.ts';
import { utcOffset } from '#server/features/policy-page/utc-offset.ts';
import type { Policy } from '#server/policy/packs.ts';
import { hoursView } from '#server/policy/widget/widget-hours.ts';

/** Open or closed this minute, and by when a request made now is answered. */
export function liveState(words: PageWords, policy: Policy, now: number): Html {
  const { locale, say } = words;
  const { timezone } = policy.pack.desk;
  const promise = promiseNow(policy, now);
  const { dueAt, segments } = promise;
  const asOf = say('live.asOf', {
    moment: dateAndTime(locale, timezone, now),
    zone: policy.pack.timezoneLabel[locale],
    offset: utcOffset(policy.zone, now),
  });
  return html`<div class="live">
    <div class="live-columns">
      ${openState(words, policy, now)}
      ${dueAt === null ? silence(words, promise) : dueBy(words, policy, { ...promise, dueAt })}
    </div>
    ${dueAt === null ? '' : ruler(words, timezone, now, { dueAt, segments })}
    <p class="as-of">${momentOf(now, asOf)}</p>
  </div>`;
}

function openState(words: PageWords, policy: Policy, now: number): Html {
  const { locale, say } = words;
  const { pack } = policy;
  const { hours, hoursNotStatedClause = pack.desk.clause } = hoursView(policy, now);
  if (!hours) {
    const clause = clauseLink(words, hoursNotStatedClause);
    return html`<div class="state unstated">
      <p class="state-name">${say('live.hoursNotStated')}</p>
      <p>${clause}</p>
    </div>`;
  }
  const zone = pack.timezoneLabel[locale];
  const detail = () => {
    if (hours.opensAt) {
      const moment = dateAndTime(locale, pack.desk.timezone, Date.parse(hours.opensAt));
      return say('live.opens', { moment, zone });
    }
    if (!hours.closesAt) return say('live.always', { zone });
    const closesAt = Date.parse(hours.closesAt);
    return say('live.until', { time: nearMoment(locale, pack.desk.timezone, closesAt, now), zone });
  };
  const change = hours.opensAt ?? hours.closesAt;
  const text = detail();
  return html`<div class="state ${hours.openNow ? 'open' : 'closed'}">
    <p class="state-name">${say(hours.openNow ? 'live.open' : 'live.closed')}</p>
    <p>${change ? momentOf(Date.parse(change), text) : text}</p>
  </div>`;
}

function dueBy(
  words: PageWords,
  { pack }: Policy,
  promise: { readonly dueAt: string; readonly clause: string; readonly estimated: boolean },
): Html {
  const { locale, say } = words;
  const at = Date.parse(promise.dueAt);
  const due = say('live.by', { due: dateAndTime(locale, pack.desk.timezone, at) });
  const bridged = pack.widget.mode === 'bridge';
  return html`<div class="due-by">
    <p>${say(bridged ? 'live.receivedNow' : 'live.writeNow')}</p>
    <p>
      <strong>${momentOf(at, due)}</strong>${promise.estimated ? `, ${say('live.estimated')}` : ''}
      — ${clauseLink(words, promise.clause)}
    </p>
  </div>`;
}

function silence(words: PageWords, promise: ReturnType<typeof promiseNow>): Html {
  const reason = words.say(`unstated.${promise.unstated ?? 'term_not_stated'}`);
  return html`<div class="due-by"><p>${reason} — ${clauseLink(words, promise.clause)}</p></div>`;
}
