import { html, type TemplateResult } from 'lit';
import type { IconName } from '#widget/elements/icons.ts';
import type { SayEditor } from '#widget/editor/editor-words.ts';
import { tools } from '#widget/editor/mark.ts';
import type { RgStage } from '#widget/editor/rg-stage.ts';
import type { Sketch } from '#widget/editor/sketch.ts';

const zoomStep = 1.25;

/** A button that is nothing but an icon, with its words for those who do not see it. */
export const iconButton = (icon: IconName, label: string, act: () => void, disabled = false) =>
  html`<button
    type="button"
    class="icon-button"
    title=${label}
    aria-label=${label}
    ?disabled=${disabled}
    @click=${act}
  >
    <rg-icon name=${icon}></rg-icon>
  </button>`;

/** The five tools with their digits, the way back and forth, and how large the picture is seen. */
export function editorTools(
  say: SayEditor,
  sketch: Sketch,
  stage: RgStage | null,
  changed: () => void,
): TemplateResult {
  const then = (act: () => void) => () => {
    act();
    changed();
  };
  const buttons = tools.map(
    (tool, index) =>
      html`<button
        type="button"
        class="button tool ${tool === sketch.tool ? 'primary' : ''}"
        aria-pressed=${tool === sketch.tool}
        aria-keyshortcuts=${index + 1}
        @click=${then(() => sketch.choose(tool))}
      >
        <rg-icon name=${tool}></rg-icon><span>${say(`tool.${tool}`)}</span
        ><kbd aria-hidden="true">${index + 1}</kbd>
      </button>`,
  );
  return html`<div class="tools" role="group" aria-label=${say('tools')}>${buttons}</div>
    <div class="back">
      ${iconButton('undo', say('undo'), then(sketch.undo), !sketch.canUndo)}
      ${iconButton('redo', say('redo'), then(sketch.redo), !sketch.canRedo)}
    </div>
    <span class="grow"></span>
    <div class="zoom">
      ${iconButton('minus', say('smaller'), () => stage?.zoom(1 / zoomStep))}
      <span class="note">${stage?.measure ?? ''}</span>
      ${iconButton('plus', say('larger'), () => stage?.zoom(zoomStep))}
    </div>`;
}
