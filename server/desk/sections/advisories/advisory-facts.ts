import { css, html } from 'lit';
import type { AdvisoryDetail, AdvisoryView } from '#shared/wire/advisories.ts';
import { icon } from '#desk/icons.ts';
import { tag } from '#desk/sections/parts.ts';
import { affectedVersions } from '#desk/sections/versions/affected.ts';
import type { SayVersions } from '#desk/sections/versions/version-words.ts';

/** What few may read looks like a note of the desk. */
export const restrictedStyles = css`
  .restricted {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 8px 0 12px;
    padding: 8px 12px;
    border: 1px dashed var(--rg-note);
    border-radius: 10px;
    background: var(--rg-note-bg);
    color: var(--rg-note);
  }
  .tag.note {
    border: 1px dashed var(--rg-note);
    background: var(--rg-note-bg);
    color: var(--rg-note);
  }
`;

/** How bad it is, as a mark. */
export function severityTag(say: SayVersions, { severity }: Pick<AdvisoryView, 'severity'>) {
  const grave = severity === 'critical' || severity === 'high';
  return tag(grave ? 'late' : 'soon', 'alert', say(`advisories.severity.${severity}`));
}

/** Who may read it. */
export const readersNotice = (say: SayVersions, { readers }: Pick<AdvisoryDetail, 'readers'>) =>
  readers === 'public'
    ? html`<p>${say('advisories.public')}</p>`
    : html`<p class="restricted">${icon('lock')}<span>${say(`advisories.${readers}`)}</span></p>`;

/** Which versions have it and which one ends it. */
export const advisoryVersions = (say: SayVersions, advisory: AdvisoryView): string =>
  `${affectedVersions(say, advisory)} · ${
    advisory.fixedIn === null
      ? say('advisories.unfixed')
      : say('advisories.fixedIn', { version: advisory.fixedIn })
  }`;
