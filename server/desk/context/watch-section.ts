import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { dateAndTime } from '#shared/time.ts';
import { icon } from '#desk/icons.ts';
import { sectionHref } from '#desk/routes.ts';
import type { Words } from '#desk/text/words.ts';

type Watch = NonNullable<DeskTicket['watch']>;

/** What the watch saw in place of a person who asks: where, since when, and its looks. */
export function watchSection(
  { say, locale }: Words,
  { vendor, timezone }: DeskTicket,
  seen: Watch,
) {
  const { by, monitor, check, since, recoveredAt } = seen;
  const moment = (at: string) => dateAndTime(locale, timezone.id, Date.parse(at));
  return html`<section>
    <h3>${say('context.watch')}</h3>
    <div class="who">
      ${icon('eye', 18)}
      <p><b>${check?.name ?? monitor ?? say('watch.platform')}</b></p>
      ${check ? html`<p>${check.url}</p>` : nothing}
      <p>${say(`watch.${by}`)}</p>
      <p class=${recoveredAt ? 'proof' : 'warn'}>
        ${recoveredAt ? say('watch.recovered', { at: moment(recoveredAt) }) : say('watch.since', { at: moment(since) })}
      </p>
      ${
        check && !check.stopped
          ? html`<p>
              <a class="looks" href=${sectionHref(vendor, 'checks', check.id)}
                >${say('watch.looks')}</a
              >
            </p>`
          : nothing
      }
      ${check?.stopped ? html`<p class="small">${say('watch.stopped')}</p>` : nothing}
      <p class="small">${say('watch.nobody')}</p>
    </div>
  </section>`;
}
