import { expect, test } from 'vitest';
import { ReglamentWidget } from '#widget/elements/reglament-widget.ts';
import { readSource } from '#test/support/sources.ts';

interface Named {
  readonly name: string;
  readonly attribute?: string;
  readonly kind?: string;
}
interface Declaration {
  readonly tagName: string;
  readonly attributes: readonly (Named & { readonly fieldName?: string })[];
  readonly members: readonly Named[];
  readonly events: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssParts: readonly Named[];
}

const { modules } = JSON.parse(readSource('widget/custom-elements.json')) as {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
};
const said = modules[0]!.declarations[0]!;
const names = (list: readonly Named[]) => list.map(({ name }) => name).toSorted();
const source = readSource('widget/elements/reglament-widget.ts');
const handle = readSource('widget/handle.ts');
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name).toSorted();

test('the manifest names every attribute and property of the element, and nothing else', () => {
  const properties = [...ReglamentWidget.elementProperties];
  const attributes = properties.flatMap(([field, { attribute }]) =>
    attribute === false
      ? []
      : [
          `${String(field)} ${typeof attribute === 'string' ? attribute : String(field).toLowerCase()}`,
        ],
  );

  expect(said.tagName).toBe('reglament-widget');
  const ofProperties = said.attributes.filter(({ fieldName }) => fieldName);
  expect(ofProperties.map(({ fieldName, name }) => `${fieldName} ${name}`).toSorted()).toEqual(
    attributes.toSorted(),
  );
  // read where a picture is taken, and nowhere else
  expect(names(said.attributes.filter(({ fieldName }) => !fieldName))).toEqual(
    found(readSource('widget/capture/capture-page.ts'), /getAttribute\('([\w-]+)'\)/g),
  );
  expect(names(said.members.filter(({ kind }) => kind === 'field'))).toEqual(
    properties.map(([field]) => String(field)).toSorted(),
  );
  expect(
    found(
      /interface WidgetAttributes \{([^}]*)\}/.exec(handle)?.[1] ?? '',
      /^ {2}'?([\w-]+)'?\?:/gm,
    ),
  ).toEqual(names(said.attributes));
});

test('the manifest names its verbs, events and parts', () => {
  const verbs = /interface WidgetVerbs \{([\s\S]*?)\n\}/.exec(handle)?.[1] ?? '';

  expect(names(said.members.filter(({ kind }) => kind === 'method'))).toEqual(
    found(verbs, /^ {2}(\w+)[(<]/gm),
  );
  expect(names(said.events)).toEqual(found(source, /@fires ([\w-]+)/g));
  expect(names(said.cssParts)).toEqual(found(source, /@csspart ([\w-]+)/g));
  const drawn = source + readSource('widget/elements/panel-view.ts');
  expect(found(drawn, /\bpart="([\w-]+)"/g)).toEqual(names(said.cssParts));
});

test('the manifest names the custom properties that a page may set, and the page really may', () => {
  const styles = [
    'widget/tokens.styles.ts',
    'widget/elements/controls.styles.ts',
    'widget/elements/sheet.styles.ts',
    'widget/launcher/launcher.styles.ts',
  ].map(readSource);

  for (const { name } of said.cssProperties) {
    expect(styles.join('')).toContain(`var(${name}`);
    // one that the element marks as important is its own
    expect(styles[0]).not.toMatch(new RegExp(`${name}:[^;]*!important`));
  }
});
