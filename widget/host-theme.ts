import type { LitElement } from 'lit';

/** What a host may set: `--rg-accent` and, with it, `--rg-on-accent`. Everything else is ours. */

type Rgb = readonly [number, number, number];

function channelsOf(colour: string): Rgb | undefined {
  const brush = document.createElement('canvas').getContext('2d');
  if (!brush || !CSS.supports('color', colour)) return undefined;
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

const linear = (channel: number) =>
  channel <= 10.31 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

const luminance = ([red, green, blue]: Rgb) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** WCAG contrast ratio of two colours, 1 to 21. */
function contrastRatio(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const leastContrast = 4.5;

/**
 * Wears the host's accent where it can be read on our surface, and warns where it cannot; with it the
 * colour that the host wants on the accent, where that can be read there. What is worn stays.
 *
 * @param said a CSS colour, as the page has written it
 */
export function wearAccent(element: LitElement, said: string): void {
  const wish = said.trim();
  if (!wish) return;
  const { adoptedStyleSheets: sheets } = element.renderRoot as ShadowRoot;
  if (sheets.length > (element.constructor as typeof LitElement).elementStyles.length) return;
  const accent = channelsOf(wish);
  const surface = channelsOf(getComputedStyle(element).getPropertyValue('--rg-surface').trim());
  if (!accent || !surface || contrastRatio(accent, surface) < leastContrast) {
    console.warn(`reglament: --rg-accent ${wish} is below 4.5:1 on the panel; the default is kept`);
    return;
  }
  const page = getComputedStyle(element.parentElement ?? element);
  const onAccent = [page.getPropertyValue('--rg-on-accent').trim(), '#ffffff'].find((colour) => {
    const on = channelsOf(colour);
    return on && contrastRatio(accent, on) >= leastContrast;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:host{--rg-accent:${wish}!important;--rg-on-accent:${onAccent ?? '#101312'}!important;` +
      `--rg-accent-soft:color-mix(in srgb,${wish} 12%,var(--rg-surface))!important}`,
  );
  sheets.push(sheet);
}
