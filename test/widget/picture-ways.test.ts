import { expect, test } from 'vitest';
import { pictureScale } from '#widget/capture/picture-scale.ts';
import { heavyElements, pictureWays } from '#widget/capture/picture-ways.ts';

const light = { elements: 400, sharing: true, drawing: true };

test.each([
  ['a usual page is drawn first', light, ['drawn', 'exact']],
  ['a heavy page is shared first', { ...light, elements: heavyElements }, ['exact', 'drawn']],
  ['a phone can only draw', { ...light, sharing: false }, ['drawn']],
  ['a heavy page on a phone is drawn', { ...light, sharing: false, elements: 9000 }, ['drawn']],
  ['without img-src data: only sharing is left', { ...light, drawing: false }, ['exact']],
  ['without either only files are', { ...light, drawing: false, sharing: false }, []],
] as const)('%s', (_case, facts, ways) => {
  expect(pictureWays(facts)).toEqual(ways);
});

test.each([
  ['an ordinary screen', 1280, 800, 1, 1],
  ['a sharp screen', 1280, 720, 2, 2],
  ['a phone is drawn double, not threefold', 390, 844, 3, 2],
  ['a sharp large screen stays under four million pixels', 1920, 1080, 2, 1.38],
  ['a huge screen is never drawn smaller than it is', 3840, 2160, 1, 1],
  ['a page zoomed out keeps a pixel a pixel', 1600, 1000, 0.8, 1],
])('%s', (_case, width, height, pixelRatio, scale) => {
  expect(pictureScale(width, height, pixelRatio)).toBe(scale);
});
