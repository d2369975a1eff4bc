import { html, nothing } from 'lit';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import type { BesideScene } from '#desk/beside/scene.ts';
import { sideSection } from '#desk/context/side-section.ts';
import { icon } from '#desk/icons.ts';
import { sectionHref } from '#desk/routes.ts';
import { inLanguage } from '#desk/sections/versions/in-language.ts';

/** How far its version lies behind and what newer ones mend; which known problems it is about. */
export function versionsSection(scene: BesideScene) {
  const { ticket, beside } = scene;
  return sideSection(
    scene,
    'context.versions',
    ticket.status === 'awaiting_channel' ? [] : ['link_problem'],
    ticket.outdated || beside.problems.length > 0
      ? html`${outdated(scene)}
        ${
          beside.problems.length === 0
            ? nothing
            : html`<ul class="things">
                ${beside.problems.map((problem) => html`<li>${line(scene, problem)}</li>`)}
              </ul>`
        }`
      : nothing,
  );
}

function outdated({ words, ticket }: BesideScene) {
  if (!ticket.outdated) return nothing;
  const { installed, current, fixes } = ticket.outdated;
  return html`<p class="outdated figures">
      ${icon('up', 14)}<b>${words.say('outdated.versions', { installed, current })}</b>
    </p>
    ${
      fixes.length === 0
        ? nothing
        : html`<p class="small">${words.say('outdated.fixes')}</p>
            <ul class="fixes small">
              ${fixes.map((fix) => html`<li>${fix}</li>`)}
            </ul>`
    }`;
}

function line({ words, ticket }: BesideScene, problem: KnownProblemView) {
  const { say, locale } = words;
  const { id, texts, state, fixedIn } = problem;
  const { title, workaround } = inLanguage(texts, locale) ?? { title: id };
  const end =
    fixedIn === null
      ? say('problem.unfixed')
      : say(state === 'fixed' ? 'problem.fixed' : 'problem.willBeFixed', { version: fixedIn });
  return html`<span class="thing"
    ><b><a href=${sectionHref(ticket.vendor, 'known-problems', id)}>${title}</a></b>
    <span class="small figures">${end}</span>
    ${workaround ? html`<span class="small">${say('problem.round', { words: workaround })}</span>` : nothing}
  </span>`;
}
