import { expect, test } from 'vitest';
import { prepareFiles } from '#widget/capture/prepare-files.ts';

test('a film that is too large to go is told so without being read', async () => {
  const film = new File(['0123456789'], 'film.mp4', { type: 'video/mp4' });
  let reads = 0;
  film.arrayBuffer = () => {
    reads += 1;
    return Promise.reject(new Error('no memory'));
  };
  const [made] = await Promise.all(
    prepareFiles([film], { attachments: 5, attachmentBytes: 5 }, 'en'),
  );

  expect(made?.refusal?.key).toBe('files.tooLarge');
  expect(reads).toBe(0);
});
