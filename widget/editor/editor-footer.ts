import { html, type TemplateResult } from 'lit';
import type { OpenPicture } from '#widget/editor/open-picture.ts';
import type { EditorTask } from '#widget/editor/rg-editor.ts';
import type { Sketch } from '#widget/editor/sketch.ts';

/** What the foot of the editor shows and does. */
export interface Ending {
  readonly task: EditorTask;
  readonly phase: 'opening' | 'drawing' | 'asking' | 'failed' | 'tooLarge';
  readonly picture: OpenPicture | undefined;
  readonly sketch: Sketch | undefined;
  /** Burns the marks in and closes. */
  done(): void;
  /** Closes, after a question where marks would be lost. */
  leave(): void;
  close(): void;
  /** Goes back to drawing. */
  stay(): void;
}

const button = (label: string, act: () => void, primary = false) =>
  html`<button type="button" class="button ${primary ? 'primary' : ''}" @click=${act}>
    ${label}
  </button>`;

/** What happened to the picture by itself, and what the chosen tool cannot do. */
function notes({ task: { say, masked }, picture, sketch }: Ending): string {
  if (sketch?.tool === 'blur') return say('blurNote');
  return [
    say('safeNote'),
    masked > 0 ? say('masked', { count: masked }) : '',
    picture?.reduced ? say('reduced', { width: picture.size.x, height: picture.size.y }) : '',
    picture?.firstFrame ? say('firstFrame') : '',
  ].join(' ');
}

/** What stands at the foot: a sentence, a note, and whether it is a matter of concern. */
function said(editor: Ending): readonly [title: string, note: string, alarms: boolean] {
  const { phase, task } = editor;
  const { say } = task;
  if (phase === 'asking') return [say('ask.title'), '', true];
  if (phase === 'failed') return [say('failed.title'), say('failed.note'), true];
  if (phase === 'tooLarge') return [say('tooLarge'), '', true];
  return [say('safe'), notes(editor), false];
}

/** Says that what is hidden is gone, and ends the editing; in its place the question before marks are lost. */
export function editorFooter(editor: Ending): TemplateResult {
  const { phase, sketch, task } = editor;
  const { say } = task;
  const [title, note, alarms] = said(editor);
  return html`<footer role="group" aria-label=${say('title')}>
    <rg-icon name=${alarms ? 'alert' : 'lock'}></rg-icon>
    <div class="grow" role=${alarms ? 'alert' : 'note'}>
      <strong>${title}</strong>
      <p class="note">${note}</p>
    </div>
    ${
      phase === 'asking'
        ? [
            button(say('ask.leave'), () => editor.close()),
            button(say('ask.stay'), () => editor.stay(), true),
          ]
        : [
            button(say(sketch ? 'cancel' : 'close'), () => editor.leave()),
            sketch ? button(say('done'), () => editor.done(), true) : '',
          ]
    }
  </footer>`;
}
