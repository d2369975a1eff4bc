import { expect, test } from 'vitest';
import { blankPlace } from '#widget/capture/blank-place.ts';

const film = (text: string, before = 0) =>
  new Uint8Array(Buffer.concat([Buffer.alloc(before, 0xe9), Buffer.from(text, 'latin1')]));

test.each([
  ['as Android writes it', '\xa9xyz\0\x12\x15\xc7+41.3111+069.2797/', '+00.0000+000.0000/'],
  ['with a height, as iPhones do', 'mdta+41.3111+069.2797+440.123/', '+00.0000+000.0000+000.000/'],
  ['south and west', 'udta-33.8688-070.6693/', '-00.0000-000.0000/'],
])('the place of a film is turned into zeros: %s', async (_case, text, blank) => {
  // also where one window of the search ends
  for (const before of [0, 999_990, 1_000_000]) {
    const bytes = film(text, before);

    expect(await blankPlace(bytes)).toBe(true);
    expect(Buffer.from(bytes.subarray(before)).toString('latin1').endsWith(blank)).toBe(true);
    expect(bytes).toHaveLength(before + text.length);
    expect(bytes.subarray(0, before).every((one) => one === 0xe9)).toBe(true);
  }
});

test('a film that tells no place stays as it is', async () => {
  const bytes = film('moov +998 90 123 45 67 / 41.3111, 69.2797');

  expect(await blankPlace(bytes)).toBe(false);
  expect(bytes).toEqual(film('moov +998 90 123 45 67 / 41.3111, 69.2797'));
});

test('a long film is looked through in pieces: other work goes on meanwhile', async () => {
  const bytes = film('+41.3111+069.2797/', 5_000_000);
  let turns = 0;
  const work = setInterval(() => (turns += 1));

  expect(await blankPlace(bytes)).toBe(true);
  clearInterval(work);
  expect(turns).toBeGreaterThanOrEqual(3);
});
