import { html, nothing, type TemplateResult } from 'lit';
import type { OpenPicture } from '#widget/editor/open-picture.ts';
import type { EditorTask } from '#widget/editor/rg-editor.ts';
import type { Sketch } from '#widget/editor/sketch.ts';

/** What the foot of the editor is drawn from. */
export interface FooterView {
  readonly task: EditorTask;
  readonly picture: OpenPicture | undefined;
  readonly sketch: Sketch | undefined;
  readonly phase: 'opening' | 'drawing' | 'asking' | 'failed' | 'tooLarge';
  readonly done: () => void;
  readonly leave: () => void;
  readonly close: () => void;
  readonly stay: () => void;
}

const button = (label: string, act: () => void, primary = false) =>
  html`<button type="button" class="button ${primary ? 'primary' : ''}" @click=${act}>
    ${label}
  </button>`;

/** What happened to the picture by itself, and what the chosen tool cannot do. */
function notes({ task, picture, sketch }: FooterView): string {
  const { say, masked } = task;
  if (sketch?.tool === 'blur') return say('blurNote');
  return [
    say('safeNote'),
    ...(masked > 0 ? [say('masked', { count: masked })] : []),
    ...(picture?.reduced ? [say('reduced', { width: picture.width, height: picture.height })] : []),
    ...(picture?.firstFrame ? [say('firstFrame')] : []),
  ].join(' ');
}

/** Says that what is hidden is gone, and ends the editing; in its place the question before marks are lost. */
export function editorFooter(view: FooterView): TemplateResult {
  const { task, phase, sketch, done, leave, close, stay } = view;
  const { say } = task;
  if (phase === 'asking')
    return html`<footer role="group">
      <div class="ask" role="alertdialog" aria-label=${say('ask.title')}>
        <strong class="grow">${say('ask.title')}</strong>
        ${button(say('ask.leave'), close)} ${button(say('ask.stay'), stay, true)}
      </div>
    </footer>`;
  const [icon, fact, more] =
    phase === 'failed'
      ? (['alert', 'failed.title', say('failed.note')] as const)
      : phase === 'tooLarge'
        ? (['alert', 'tooLarge', ''] as const)
        : (['lock', 'safe', notes(view)] as const);
  return html`<footer role="group" aria-label=${say('title')}>
    <rg-icon name=${icon}></rg-icon>
    <div class="grow" role=${icon === 'alert' ? icon : nothing}>
      <strong>${say(fact)}</strong>
      <p class="note">${more}</p>
    </div>
    ${button(say(sketch ? 'cancel' : 'close'), leave)}
    ${sketch ? button(say('done'), done, true) : nothing}
  </footer>`;
}
