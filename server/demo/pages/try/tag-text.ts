/** Attributes of an element, in the order in which they stand. */
export type TagAttributes = readonly (readonly [name: string, value: string])[];

/** Custom properties of the widget by the names that they have in the address. */
export const customProperties: Readonly<Record<string, string>> = {
  accent: '--rg-accent',
  radius: '--rg-radius',
  font: '--rg-font',
};

const identify = `<script>
  window.reglament =
    window.reglament || ((...call) => (reglament.q = reglament.q || []).push(call));
  reglament('identify', () => fetch('/support-token').then((answer) => answer.text()));
</script>`;

const escaped = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * What a vendor copies to have exactly the widget that is tried.
 *
 * @param tag attributes of the tag in the tried page
 * @param origin of the server
 * @param asked the address, for what stands beside the tag
 */
export function tagText(tag: TagAttributes, origin: string, asked: URLSearchParams): string {
  const lines = tag.map(([name, value]) => {
    // a line that is worse than this machine's is no part of what a vendor copies
    if (name === 'src') return `src="${origin}${value.replace(/^\/demo\/\w+(?=\/)/, '')}"`;
    return value === '' ? name : `${name}="${escaped(value)}"`;
  });
  const styles = Object.entries(customProperties).flatMap(([name, property]) => {
    const value = asked.get(name);
    return value ? [`    ${property}: ${value};`] : [];
  });
  return [
    ...(styles.length > 0 ? [`<style>\n  :root {\n${styles.join('\n')}\n  }\n</style>`] : []),
    ...(asked.get('person') === 'guest' ? [] : [identify]),
    `<script\n  ${lines.join('\n  ')}\n></script>`,
  ].join('\n');
}
