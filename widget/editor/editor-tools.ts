import { html, type TemplateResult } from 'lit';
import type { IconName } from '#widget/elements/icons.ts';
import type { SayEditor } from '#widget/editor/editor-words.ts';
import { tools } from '#widget/editor/mark.ts';
import type { Sketch } from '#widget/editor/sketch.ts';
import type { Stage } from '#widget/editor/stage.ts';
import type { Turn } from '#widget/editor/history.ts';

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
export function editorTools(say: SayEditor, sketch: Sketch, stage: Stage): TemplateResult {
  const turn = (name: 'undo' | 'redo', by: Turn) =>
    iconButton(name, say(name), () => sketch.turn(by), !sketch.canTurn(by));
  const buttons = tools.map(
    (tool, index) =>
      html`<button
        type="button"
        class="button tool ${tool === sketch.tool ? 'primary' : ''}"
        aria-pressed=${tool === sketch.tool}
        aria-keyshortcuts=${index + 1}
        @click=${() => sketch.choose(tool)}
      >
        <rg-icon name=${tool}></rg-icon><span>${say(`tool.${tool}`)}</span
        ><kbd aria-hidden="true">${index + 1}</kbd>
      </button>`,
  );
  return html`<div class="tools" role="group" aria-label=${say('tools')}>${buttons}</div>
    <div class="back">${turn('undo', -1)} ${turn('redo', 1)}</div>
    <span class="grow"></span>
    <div class="zoom">
      ${iconButton('minus', say('smaller'), () => stage.zoom(1 / zoomStep))}
      <span class="note">${stage.measure}</span>
      ${iconButton('plus', say('larger'), () => stage.zoom(zoomStep))}
    </div>`;
}
