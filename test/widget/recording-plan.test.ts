import { expect, test } from 'vitest';
import { isFull, lengthText, planRecording } from '#widget/capture/recording-plan.ts';

test.each([
  ['the sharpest codec that there is', () => true, 'video/webm;codecs=vp9', 'video/webm'],
  [
    'the codec that is left',
    (type: string) => type === 'video/webm;codecs=vp8',
    'video/webm;codecs=vp8',
    'video/webm',
  ],
  ['MP4 in Safari', (type: string) => type === 'video/mp4', 'video/mp4', 'video/mp4'],
])('records by %s', (_case, supports, mimeType, type) => {
  expect(planRecording(100_000_000, supports)).toMatchObject({ mimeType, type });
});

test('a browser that records nothing the server takes is not asked to', () => {
  expect(planRecording(5_000_000, () => false)).toBeUndefined();
});

test.each([
  ['a whole minute is planned to take four fifths of the limit', 5_000_000, 533_333],
  ['plenty of room does not make it heavier than it need be', 500_000_000, 2_500_000],
])('%s', (_case, limitBytes, bitsPerSecond) => {
  expect(planRecording(limitBytes, () => true)?.bitsPerSecond).toBe(bitsPerSecond);
});

test.each([
  ['goes on while there is time and room', 30_000, 1_000_000, false],
  ['ends after a minute', 60_000, 1_000_000, true],
  ['ends before a part more would not fit', 30_000, 4_850_000, true],
])('%s', (_case, elapsedMs, bytes, full) => {
  expect(isFull(elapsedMs, bytes, 100_000, 5_000_000)).toBe(full);
});

test.each([
  [0, '0:00'],
  [7_400, '0:07'],
  [59_600, '1:00'],
])('a length of %i ms reads %s', (ms, text) => {
  expect(lengthText(ms)).toBe(text);
});
