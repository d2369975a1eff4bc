import { expect, test } from 'vitest';
import { type DrawingLabel, labelRow } from '#server/features/policy-page/drawing.ts';
import { utcOffset } from '#server/features/policy-page/utc-offset.ts';
import { zoneOf } from '#server/policy/time/zone.ts';
import { attributes, pageOf, policyPages } from '#test/support/policy-page.ts';

const label = (at: number, text: string, anchor: DrawingLabel['anchor'] = 'middle') => ({
  at,
  text,
  anchor,
});
const shown = (labels: readonly DrawingLabel[], widths: { wide: number; narrow: number }) =>
  labelRow(labels, 10, widths).map((svg) => [
    /">([^<]*)<|>\s*([^<\s][^<]*?)\s*<\/text/.exec(String(svg))?.slice(1).find(Boolean),
    /when-\w+/.exec(String(svg))?.[0] ?? 'always',
  ]);

test('of two labels that would touch the more important one stays', () => {
  const labels = [
    label(1, 'вт 10:00', 'end'),
    label(0, 'сейчас', 'start'),
    label(0.95, 'пн 19:00'),
  ];

  expect(shown(labels, { wide: 400, narrow: 400 })).toEqual([
    ['вт 10:00', 'always'],
    ['сейчас', 'always'],
  ]);
});

test('a label with room only on a wide page is shown only there', () => {
  const labels = [label(1, 'вт 10:00', 'end'), label(0.7, 'пн 19:00')];

  expect(shown(labels, { wide: 600, narrow: 200 })).toEqual([
    ['вт 10:00', 'always'],
    ['пн 19:00', 'when-wide'],
  ]);
});

test('there are four labels at most', () => {
  const labels = [0.1, 0.3, 0.5, 0.7, 0.9].map((at) => label(at, 'x'));

  expect(shown(labels, { wide: 900, narrow: 900 })).toHaveLength(4);
});

test('the ruler covers its whole length without a gap, open and closed in turn', async () => {
  const html = await pageOf(policyPages(), '/policy/modme?lang=ru');
  const ruler = html.slice(html.indexOf('<svg class="ruler"'), html.indexOf('</circle', 1));
  const parts = ruler.slice(0, ruler.indexOf('<svg x='));
  const kinds = attributes(parts, 'rect', 'class');
  const starts = attributes(parts, 'rect', 'x').map(Number.parseFloat);
  const widths = attributes(parts, 'rect', 'width').map(Number.parseFloat);

  expect(kinds).toEqual(['closed', 'open']);
  expect(starts[0]).toBe(0);
  expect(starts[1]).toBeCloseTo(widths[0] ?? 0, 1);
  expect((starts[1] ?? 0) + (widths[1] ?? 0)).toBeCloseTo(100, 1);
});

test.each([
  ['Asia/Tashkent', 'UTC+5'],
  ['Asia/Kolkata', 'UTC+5:30'],
  ['America/St_Johns', 'UTC−3:30'],
  ['UTC', 'UTC+0'],
])('the clock of %s stands %s', (timezone, offset) => {
  expect(utcOffset(zoneOf(timezone), Date.parse('2026-11-22T00:00:00Z'))).toBe(offset);
});
