import { html, nothing } from 'lit';
import type { MeetingList } from '#shared/wire/meetings.ts';
import { dateAndTime, durationText } from '#shared/time.ts';
import type { BesideScene } from '#desk/beside/scene.ts';
import type { SideAct } from '#desk/beside/side-forms.ts';
import { sideActs, sideSection } from '#desk/context/side-section.ts';
import { zonesOf } from '#desk/text/zones.ts';

type Meeting = MeetingList['meetings'][number];

/** Online meetings: when in every zone, where, and how long they took. */
export function meetingsSection(scene: BesideScene) {
  const { meetings } = scene.beside;
  return sideSection(
    scene,
    'context.meetings',
    scene.ticket.watch ? [] : ['arrange_meeting'],
    meetings.length === 0
      ? nothing
      : html`<ul class="things">
          ${meetings.map((meeting) => html`<li>${line(scene, meeting)}</li>`)}
        </ul>`,
  );
}

const actsOf: Record<Meeting['state'], readonly SideAct[]> = {
  planned: ['hold_meeting', 'cancel_meeting'],
  held: [],
  cancelled: [],
};

function line(scene: BesideScene, meeting: Meeting) {
  const { words, ticket, readerZone } = scene;
  const { say, locale } = words;
  const at = Date.parse(meeting.at);
  const when = dateAndTime(locale, ticket.timezone.id, at);
  const minutes = meeting.heldMinutes ?? meeting.minutes;
  const zones = { requesterZone: meeting.requesterTimezone, readerZone };
  return html`<span class=${meeting.state === 'cancelled' ? 'thing gone' : 'thing'}
      ><b class="figures">${when}</b>
      <span class="small figures">${zonesOf(words, ticket, zones, at)}</span>
      <span class="small"
        >${durationText(locale, minutes * 60)} ·
        ${say(`meeting.${meeting.state}`)}${
          meeting.state === 'planned'
            ? html` ·
                <a href=${meeting.url} target="_blank" rel="noopener noreferrer"
                  >${hostOf(meeting.url)}</a
                >`
            : nothing
        }</span
      ></span
    >${sideActs(scene, actsOf[meeting.state], {
      id: meeting.id,
      label: when,
      values: { minutes: String(meeting.minutes) },
    })}`;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
