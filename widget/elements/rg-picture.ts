const styles =
  ':host{display:block;overflow:hidden}' +
  'canvas{display:block;width:100%;height:100%;object-fit:cover;object-position:top}';

/**
 * A picture drawn on a canvas, so that the page's policy needs no `img-src`. Without Lit: it comes
 * with the first picture, often after the elements that hold it.
 */
export class RgPicture extends HTMLElement {
  #canvas = document.createElement('canvas');
  #blob: Blob | undefined;

  constructor() {
    super();
    this.#canvas.setAttribute('role', 'img');
    const shadow = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#canvas);
  }

  get blob(): Blob | undefined {
    return this.#blob;
  }

  set blob(blob: Blob | undefined) {
    if (blob === this.#blob) return;
    this.#blob = blob;
    void this.#draw();
  }

  /** A blob that was set before this class was known hides the setter: it is set again. */
  connectedCallback() {
    this.#canvas.setAttribute('aria-label', this.getAttribute('label') ?? '');
    const early = Object.getOwnPropertyDescriptor(this, 'blob');
    if (!early) return;
    Reflect.deleteProperty(this, 'blob');
    this.blob = early.value;
  }

  /** Longest side of what is drawn: attribute `size`, in device pixels. */
  async #draw() {
    const blob = this.#blob;
    const bitmap = blob && (await createImageBitmap(blob).catch(() => undefined));
    if (!bitmap || blob !== this.#blob) return;
    const longest = Math.max(bitmap.width, bitmap.height);
    const scale = Math.min(1, Number(this.getAttribute('size') ?? 400) / longest);
    this.#canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    this.#canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    this.#canvas.getContext('2d')?.drawImage(bitmap, 0, 0, this.#canvas.width, this.#canvas.height);
    bitmap.close();
  }
}
