import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pinWidget } from '#server/build/pin-widget.ts';

const entry =
  '(()=>{const $script=document.currentScript;import(new URL(`widget/c/define-1.js`,$script.src).href).then(e=>e.t)})();';
const built = new Map([
  ['widget.js', entry],
  ['c/define-1.js', 'export const t=()=>import(`./later-2.js`)'],
  [
    'c/later-2.js',
    'import{t}from"./define-1.js";import"./shared-3.js";export const more=()=>import("./late-4.js")',
  ],
  ['c/shared-3.js', 'export{}'],
  ['c/late-4.js', 'import{t}from"./define-1.js";'],
]);
const digest = (text = '') => createHash('sha256').update(text).digest('base64url');

test('every part names what it fetches by its digest, down to the last', () => {
  const { files, integrity, version } = pinWidget(built, '0.1.0');
  const named = [...files].filter(([file]) => /^c\/[\w-]{43}\.js$/.test(file));

  expect(version).toMatch(/^0\.1\.0-[0-9a-f]{10}$/);
  expect(integrity).toBe(
    `sha384-${createHash('sha384')
      .update(files.get('widget.js') ?? '')
      .digest('base64')}`,
  );
  expect(named).toHaveLength(3);
  expect(named.filter(([file, text]) => file !== `c/${digest(text)}.js`)).toEqual([]);
  expect(files.get('widget.js')).toContain(
    `$get(\`define-1#${digest(files.get('c/define-1.js'))}\`).then(e=>e.t)`,
  );
  const later = named.find(([, text]) => text.includes('more'));
  const shared = named.find(([, text]) => text === 'export{}');
  const marks = [later, shared].map((part) => part?.[0].slice(2, -3));
  expect(files.get('c/define-1.js')).toContain(`$get(\`${marks.join(' ')}\`)`);
  expect(later?.[1]).toContain(`import"./${marks[1]}.js"`);
});

test('one changed byte anywhere changes the digest that a page pins', () => {
  const before = pinWidget(built, '0.1.0');
  const after = pinWidget(
    new Map([...built, ['c/late-4.js', 'import{t}from"./define-1.js"; ']]),
    '0.1.0',
  );

  expect(after.integrity).not.toBe(before.integrity);
  expect(after.version).not.toBe(before.version);
});

test('a part that is missing, or that two would have to vouch for each other, stops the build', () => {
  expect(() => pinWidget(new Map([['widget.js', entry]]), '0.1.0')).toThrow('define-1');
  const circle = new Map([
    ...built,
    ['c/late-4.js', 'export const back=()=>import("./later-2.js")'],
  ]);
  expect(() => pinWidget(circle, '0.1.0')).toThrow('go in a circle');
});
