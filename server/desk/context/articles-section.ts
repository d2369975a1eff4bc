import { html, nothing } from 'lit';
import type { BesideScene } from '#desk/beside/scene.ts';
import { sideSection } from '#desk/context/side-section.ts';

/** Articles that the requester met before they wrote, and those that answered them. */
export function articlesSection(scene: BesideScene) {
  const { words, beside } = scene;
  const { articles } = beside;
  return sideSection(
    scene,
    'context.articles',
    [],
    articles.length === 0
      ? nothing
      : html`<ul class="things">
          ${articles.map(
            ({ title, href, uses }) =>
              html`<li>
                <span class="thing"
                  ><a href=${href} target="_blank" rel="noopener">${title}</a>
                  <span class="small"
                    >${uses.map(({ use }) => words.say(`use.${use}`)).join(', ')}</span
                  ></span
                >
              </li>`,
          )}
        </ul>`,
  );
}
