import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';

/** A picture drawn on a canvas, so that the page's policy needs no `img-src`. */
export class RgPicture extends LitElement {
  static override styles = css`
    :host {
      display: block;
      overflow: hidden;
    }
    canvas {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: cover;
      object-position: top;
    }
  `;

  @property({ attribute: false }) blob?: Blob;
  @property() label = '';
  /** Longest side of what is drawn, in device pixels. */
  @property({ type: Number }) size = 400;

  override render() {
    return html`<canvas role="img" aria-label=${this.label}></canvas>`;
  }

  protected override async updated(changed: Map<string, unknown>) {
    const { blob, size } = this;
    if (!changed.has('blob') || !blob) return;
    const bitmap = await createImageBitmap(blob).catch(() => undefined);
    const canvas = this.renderRoot.querySelector('canvas');
    if (!bitmap || !canvas || blob !== this.blob) return;
    const scale = Math.min(1, size / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
  }
}
