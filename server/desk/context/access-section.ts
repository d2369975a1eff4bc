import { html, nothing } from 'lit';
import type { AccessGrantView } from '#shared/wire/access.ts';
import { accessScopes } from '#shared/vocabulary.ts';
import { civilDate } from '#shared/time.ts';
import type { BesideScene } from '#desk/beside/scene.ts';
import { sideActs, sideSection } from '#desk/context/side-section.ts';
import { icon } from '#desk/icons.ts';
import type { Words } from '#desk/text/words.ts';

/** What one access shows now, and how it is shown or hidden. */
export interface Secrets {
  /** What is shown, by the grant's id. */
  readonly shown: ReadonlyMap<string, string>;
  readonly toggle: (grant: string) => void;
}

/** Access to the requester's systems: masked until somebody asks, which the history remembers. */
export function accessSection(scene: BesideScene, secrets: Secrets) {
  const { grants } = scene.beside.access;
  return sideSection(
    scene,
    'context.access',
    scene.ticket.watch ? [] : ['ask_access'],
    grants.length === 0
      ? nothing
      : html`<ul class="things">
          ${grants.map((grant) => html`<li>${line(scene, secrets, grant)}</li>`)}
        </ul>`,
  );
}

/** Admin access by its name, connection data by that of its field. */
export function scopeName(
  { say }: Words,
  { scope, label }: Pick<AccessGrantView, 'scope' | 'label'>,
): string {
  const admin = accessScopes.find((one) => one === scope);
  return admin ? say(`access.${admin}`) : (label ?? scope);
}

function line(scene: BesideScene, secrets: Secrets, grant: AccessGrantView) {
  const { words } = scene;
  const name = scopeName(words, grant);
  const given = grant.state === 'given';
  const ended = grant.state === 'expired' || grant.state === 'revoked';
  return html`<span class=${ended ? 'thing gone' : 'thing'}
      ><b>${name}</b> <span class="small">${stateOf(words, grant)}</span>${
        given ? masked(scene, secrets, grant.id, name) : nothing
      }</span
    >${ended ? nothing : sideActs(scene, ['revoke_access'], { id: grant.id, label: name })}`;
}

function stateOf({ say, locale }: Words, { state, days, expiresAt }: AccessGrantView): string {
  if (state === 'asked') return say('grant.asked', { count: days });
  if (state !== 'given' || expiresAt === null) return say(`grant.${state}`);
  return say('grant.until', { date: civilDate(locale, expiresAt.slice(0, 10)) });
}

function masked({ words }: BesideScene, { shown, toggle }: Secrets, id: string, name: string) {
  const { say } = words;
  const secret = shown.get(id);
  const act = say(secret === undefined ? 'grant.show' : 'grant.hide');
  return html`<span class="secret"
    ><code aria-live="polite"
      >${secret ?? html`<span aria-hidden="true">••••••••</span><span class="unseen">${say('grant.masked')}</span>`}</code
    ><button
      class="tool"
      type="button"
      aria-label="${act}: ${name}"
      title=${secret === undefined ? say('grant.audited') : act}
      @click=${() => toggle(id)}
    >
      ${icon('eye')}${act}
    </button></span
  >`;
}
