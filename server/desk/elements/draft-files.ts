import { html, nothing } from 'lit';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { icon } from '#desk/icons.ts';
import type { Words } from '#desk/text/words.ts';

/** Files that go with the draft, each removable, and those still on their way. */
export function draftFiles(
  { say }: Words,
  attachments: readonly AttachmentView[],
  uploading: readonly { readonly name: string }[],
  detach: (id: string) => void,
) {
  if (attachments.length === 0 && uploading.length === 0) return nothing;
  return html`<ul class="files">
    ${attachments.map(
      ({ id, name }) =>
        html`<li>
          ${icon('doc', 14)}<span>${name}</span>
          <button
            class="tool"
            type="button"
            aria-label=${say('composer.detach', { name })}
            @click=${() => detach(id)}
          >
            ${icon('close', 14)}
          </button>
        </li>`,
    )}
    ${uploading.map(({ name }) => html`<li class="quiet">${say('composer.uploading', { name })}</li>`)}
  </ul>`;
}
