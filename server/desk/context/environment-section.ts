import { html, nothing } from 'lit';
import type { DeskTicket } from '#shared/wire/desk.ts';
import { browserName } from '#desk/text/browser-name.ts';
import type { Words } from '#desk/text/words.ts';

/** What the widget took along, in words; what the host page added keeps its own names. */
export function environmentSection({ say }: Words, { context }: DeskTicket) {
  const { viewport, userAgent } = context;
  const rows = [
    [say('environment.page'), context.page],
    [say('environment.title'), context.title],
    [say('environment.version'), context.appVersion],
    [say('environment.browser'), userAgent && browserName(userAgent)],
    [say('environment.window'), viewport && `${viewport.width} × ${viewport.height}`],
    [say('environment.language'), context.language],
    [say('environment.zone'), context.timezone],
    ...Object.entries(context.extra ?? {}),
  ] as const;
  const known = rows.filter(([, value]) => value);
  return html`<section>
    <h3>${say('context.environment')}</h3>
    ${
      known.length === 0
        ? html`<p class="small">${say('environment.none')}</p>`
        : html`<dl>
            ${known.map(
              ([label, value]) =>
                html`<dt>${label}</dt>
                  <dd>${value ?? nothing}</dd>`,
            )}
          </dl>`
    }
  </section>`;
}
