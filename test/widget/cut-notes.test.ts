import { expect, test } from 'vitest';
import { standsByNotes, withoutNotes } from '#widget/capture/cut-notes.ts';
import { tinyPng } from '#test/support/picture.ts';

const notes = 'GPS 41.3111 69.2797';

/** A chunk of a PNG; nobody here reads its checksum. */
function pngChunk(name: string, text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(name + text, 'latin1'), Buffer.alloc(4)]);
}

function webpChunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name), length, content, Buffer.alloc(content.length % 2)]);
}

function webp(...chunks: readonly Buffer[]): Buffer {
  const head = Buffer.from('RIFF....WEBP');
  const whole = Buffer.concat([head, ...chunks]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

const cut = (bytes: Buffer, type: string) => {
  const left = withoutNotes(new Uint8Array(bytes), type);
  return left && Buffer.from(left);
};

test('a PNG keeps what makes its picture, and nothing that was written beside it or left behind its end', () => {
  const [head, rest] = [tinyPng.subarray(0, 33), tinyPng.subarray(33)];
  const texts = ['tEXt', 'iTXt', 'eXIf', 'tIME'].map((name) => pngChunk(name, notes));
  const scale = pngChunk('pHYs', 'nine byte');
  const left = Buffer.from(`${notes} of a picture that was cut`);

  const kept = cut(Buffer.concat([head, scale, ...texts, rest, left]), 'image/png');

  expect(kept).toEqual(Buffer.concat([head, scale, rest]));
});

test('a WebP loses its notes and says no more that it has them', () => {
  const extended = (flags: number) =>
    webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 3, 0, 0, 3, 0, 0]));
  const pixels = webpChunk('VP8L', Buffer.from('odd'));
  const profile = webpChunk('ICCP', Buffer.from('profile.'));
  const told = [webpChunk('EXIF', Buffer.from(notes)), webpChunk('XMP ', Buffer.from(notes))];

  const kept = cut(
    Buffer.concat([webp(extended(0b101100), profile, pixels, ...told), Buffer.from(notes)]),
    'image/webp',
  );

  expect(kept).toEqual(webp(extended(0b100000), profile, pixels));
});

test.each([
  ['a PNG that tells nothing', tinyPng, 'image/png'],
  ['a WebP that tells nothing', webp(webpChunk('VP8L', Buffer.from('even'))), 'image/webp'],
  ['a PNG that is broken off', tinyPng.subarray(0, 50), 'image/png'],
  ['another kind', Buffer.from(notes), 'image/jpeg'],
])('%s goes as it is', (_case, bytes, type) => {
  expect(cut(bytes, type)).toBeUndefined();
});

/** Notes of a camera with one tag, which way is up, in both orders of bytes. */
const wayUp = (way: number) => ({
  big: Buffer.from([77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, way, 0, 0]),
  little: Buffer.from([73, 73, 42, 0, 8, 0, 0, 0, 1, 0, 18, 1, 3, 0, 1, 0, 0, 0, way, 0, 0, 0]),
});

test.each(['big', 'little'] as const)(
  'a picture that stands by its notes is known: %s',
  (order) => {
    const png = (way: number) =>
      Buffer.concat([
        tinyPng.subarray(0, 33),
        pngChunk('eXIf', wayUp(way)[order].toString('latin1')),
        tinyPng.subarray(33),
      ]);
    const photo = (way: number) =>
      webp(webpChunk('VP8L', Buffer.from('even')), webpChunk('EXIF', wayUp(way)[order]));

    expect([6, 1].map((way) => standsByNotes(png(way), 'image/png'))).toEqual([true, false]);
    expect([8, 1].map((way) => standsByNotes(photo(way), 'image/webp'))).toEqual([true, false]);
  },
);
