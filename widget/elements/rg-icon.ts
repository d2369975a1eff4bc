import { css } from 'lit';
import { formIcons } from '#widget/elements/form-icons.ts';
import type { IconName } from '#widget/elements/icons.ts';

const { styleSheet } = css`
  :host {
    display: inline-block;
    width: 16px;
    height: 16px;
    flex: none;
    vertical-align: -3px;
  }
  svg {
    display: block;
    width: 100%;
    height: 100%;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

const drawn = (tag: 'svg' | 'path') => document.createElementNS('http://www.w3.org/2000/svg', tag);

/**
 * One icon of the set, named by its attribute, in the colour of its text. Silent for readers: the words stand
 * beside it. A form has a dozen of them, hence without Lit.
 */
export class RgIcon extends HTMLElement {
  static readonly observedAttributes = ['name'];

  /** Drawings by name; later screens add theirs. */
  static readonly paths: Partial<Record<IconName, string>> = { ...formIcons };

  #path = drawn('path');

  constructor() {
    super();
    const box = drawn('svg');
    box.setAttribute('viewBox', '0 0 16 16');
    box.setAttribute('aria-hidden', 'true');
    box.append(this.#path);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = styleSheet ? [styleSheet] : [];
    root.append(box);
  }

  attributeChangedCallback(_name: string, _before: string | null, name: IconName) {
    this.#path.setAttribute('d', RgIcon.paths[name] ?? '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-icon': RgIcon;
  }
}
