import { expect, test } from 'vitest';
import { planPicture, tellsOfShooting } from '#widget/capture/picture-plan.ts';

const photo = { type: 'image/jpeg', width: 1600, height: 1200, bytes: 400_000, tells: false };

test.each([
  ['a small photo that tells nothing', photo],
  ['a sharp screenshot', { ...photo, type: 'image/png', width: 3840, height: 2160 }],
  ['a small picture of another kind', { ...photo, type: 'image/webp' }],
])('%s goes as it is', (_case, file) => {
  expect(planPicture(file, 5_000_000)).toBeUndefined();
});

test.each([
  [
    'a huge photo, the longest side first',
    { ...photo, width: 4032, height: 3024 },
    { width: 2560, height: 1920, made: 'smaller' },
  ],
  [
    'a huge photo on end',
    { ...photo, width: 3024, height: 4032, tells: true },
    { width: 1920, height: 2560, made: 'smaller' },
  ],
  [
    'a photo that tells where it was taken',
    { ...photo, tells: true },
    { width: 1600, height: 1200, made: 'cleaned' },
  ],
  [
    'a kind that few open',
    { ...photo, type: 'image/heic' },
    { width: 1600, height: 1200, made: 'cleaned' },
  ],
  [
    'a screenshot that would be refused for its size',
    { ...photo, type: 'image/png', width: 5120, height: 2880, bytes: 9_000_000 },
    { width: 2560, height: 1440, made: 'smaller' },
  ],
])('%s is drawn anew', (_case, file, plan) => {
  expect(planPicture(file, 5_000_000)).toEqual(plan);
});

test("a camera's notes are seen in the head of a file", () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  expect(tellsOfShooting(bytes('\xff\xd8\xff\xe1\x00\x10Exif\0\0MM'))).toBe(true);
  expect(tellsOfShooting(bytes('\xff\xe1\x00\x10http://ns.adobe.com/xap/1.0/\0'))).toBe(true);
  expect(tellsOfShooting(bytes('\xff\xed\x00\x10Photoshop 3.0\x008BIM'))).toBe(true);
  expect(tellsOfShooting(bytes('\xff\xd8\xff\xe0\x00\x10JFIF\0'))).toBe(false);
});
