import { html, nothing } from 'lit';
import type { AttachmentView } from '#shared/wire/ticket.ts';
import { bytesText } from '#desk/text/bytes.ts';
import { icon } from '#desk/icons.ts';
import type { Words } from '#desk/text/words.ts';

/** A picture with its size, opened by a press; any other file as a link that saves it. */
export function attachmentTile(
  { say, locale }: Words,
  file: AttachmentView,
  href: string,
  on: { readonly open: () => void; readonly settled: () => void },
) {
  const size = bytesText(locale, file.bytes);
  if (!file.mediaType.startsWith('image/')) {
    return html`<a class="file" data-file=${file.id} href=${href} download=${file.name}
      >${icon('doc', 18)}<span><b>${file.name}</b><br /><span class="quiet">${size}</span></span></a
    >`;
  }
  const pixels =
    file.width && file.height
      ? say('attachment.pixels', { width: file.width, height: file.height })
      : undefined;
  return html`<button class="file" data-file=${file.id} type="button" @click=${on.open}>
    <img
      src=${href}
      alt=""
      width="118"
      height="70"
      @load=${on.settled}
      @error=${(event: Event) => (event.target as HTMLElement).classList.add('broken')}
    />
    <span
      ><span class="unseen">${say('attachment.open')}</span> <b>${file.name}</b><br /><span
        class="quiet figures"
        >${pixels ? `${pixels}, ` : nothing}${size}</span
      ></span
    >
  </button>`;
}
