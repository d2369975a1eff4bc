import { html } from 'hono/html';
import { fullName, type PageContext } from '#server/demo/portal/pages/page-context.ts';
import { originOf } from '#server/demo/portal/virtual-portal.ts';

/** The bar that no real portal has: who sits at it. */
export function stand({ world, portal, person, texts, url }: PageContext) {
  const people = [...portal.people.values()].filter(({ active }) => active);
  return html`<aside class="stand" aria-label="${texts.stand}">
    <form method="post" action="/demo/act">
      <input type="hidden" name="back" value="${url.pathname}" />
      <span>${texts.standNote}</span>
      ${people.map((one) => {
        const kind = one.admin ? texts.admin : one.extranet ? texts.guest : one.position;
        return html`<button
          name="person"
          value="${one.id}"
          aria-pressed="${String(one === person)}"
        >
          ${fullName(one)}, ${kind}
        </button>`;
      })}
    </form>
    <p>
      ${texts.otherPortals}
      ${[...world.portals.values()]
        .filter((one) => one !== portal && !one.ailments.deleted)
        .map((one) => html`<a href="${originOf(one)}/">${one.title}</a> `)}
    </p>
    <p data-dialled role="status"></p>
  </aside>`;
}
