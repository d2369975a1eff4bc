import { html, nothing } from 'lit';
import type { GuestList } from '#shared/wire/guests.ts';
import type { ParticipantList } from '#shared/wire/participants.ts';
import { civilDate } from '#shared/time.ts';
import type { BesideScene } from '#desk/beside/scene.ts';
import { sideActs, sideSection } from '#desk/context/side-section.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';

/** Who helps besides the agent: developers and colleagues in the thread, guests with a link. */
export function peopleSection(scene: BesideScene) {
  const { people, guests } = scene.beside;
  const none = people.participants.length + guests.length === 0;
  return sideSection(
    scene,
    'context.people',
    ['add_participant', 'invite_guest'],
    none
      ? nothing
      : html`<ul class="things">
          ${people.participants.map((one) => html`<li>${participant(scene, one)}</li>`)}
          ${guests.map((one) => html`<li>${guest(scene, one)}</li>`)}
        </ul>`,
  );
}

function participant(
  scene: BesideScene,
  { agent, role, purpose, clause }: ParticipantList['participants'][number],
) {
  const { words, ticket } = scene;
  const { say } = words;
  return html`<span class="thing"
      ><b>${agent.name}</b>
      <span class="small"
        >${say(`role.${role}`)},
        ${say(`purpose.${purpose}`)}${
          clause ? html` — ${clauseLink(words, ticket, clause)}` : nothing
        }</span
      ></span
    >${sideActs(scene, ['remove_participant'], { id: agent.id, label: agent.name })}`;
}

function guest(scene: BesideScene, one: GuestList['guests'][number]) {
  const { say, locale } = scene.words;
  const date = (at: string) => civilDate(locale, at.slice(0, 10));
  const state = one.ended
    ? say(`guest.${one.ended}`)
    : say(one.lastSeenAt ? 'guest.seen' : 'guest.invited', { date: date(one.expiresAt) });
  return html`<span class=${one.ended ? 'thing gone' : 'thing'}
      ><b>${one.name}</b>
      <span class="small">${say('guest.role')}, ${state}</span>
      <span class="small">${one.help}</span></span
    >${one.ended ? nothing : sideActs(scene, ['revoke_guest'], { id: one.id, label: one.name })}`;
}
