import { expect, test } from 'vitest';
import { createFileShelf } from '#widget/controllers/file-shelf.ts';
import { judgeFile } from '#widget/capture/judge-file.ts';
import { isReady, type JudgedFile, type ReadyFile } from '#widget/controllers/files.ts';

const limits = { attachments: 3, attachmentBytes: 10 };
const file = (name: string, bytes = 3): ReadyFile => ({
  name,
  blob: new Blob([new Uint8Array(bytes)], { type: 'image/png' }),
});

function rig() {
  let count = 0;
  const told: string[][] = [];
  const shelf = createFileShelf(
    () => String((count += 1)),
    () => told.push(shelf.files.map(({ name }) => name)),
    () => false,
  );
  /** A file that is made once somebody says so. */
  const expectFile = (name: string) => {
    let made: (file: JudgedFile | undefined) => void = () => undefined;
    let failed: (fault: Error) => void = () => undefined;
    const making = new Promise<JudgedFile | undefined>((resolve, reject) => {
      [made, failed] = [resolve, reject];
    });
    const done = shelf.expect(name, making, limits.attachments);
    return {
      done,
      made: (ready?: ReadyFile) => made(ready && judgeFile(ready, limits, 'ru')),
      failed,
    };
  };
  const add = async (ready: ReadyFile) => {
    const { made, done } = expectFile(ready.name);
    made(ready);
    await done;
  };
  const names = () => shelf.files.map(({ name }) => name);
  const reasons = () => shelf.refused.map(({ name, refusal }) => [name, refusal?.key]);
  return { shelf, told, add, expectFile, names, reasons };
}

test('what is being made stands there by its name, in its place, and holds no byte until then', async () => {
  const { shelf, add, expectFile, names } = rig();
  const photo = expectFile('a.heic');
  await add(file('b.png'));
  expect(names()).toEqual(['a.heic', 'b.png']);
  expect(shelf.files[0]?.blob.size).toBe(0);
  expect(shelf.files.map(isReady)).toEqual([false, true]);
  let whole = false;
  void shelf.whole().then(() => (whole = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(whole).toBe(false);

  photo.made(file('a.jpg'));
  await shelf.whole();
  expect(names()).toEqual(['a.jpg', 'b.png']);
  expect(shelf.files.every(isReady)).toBe(true);
});

test('what is taken away while it is being made does not come back', async () => {
  const { shelf, expectFile, names } = rig();
  const photo = expectFile('a.png');
  const whole = shelf.whole();
  shelf.remove('1');
  // nobody waits for it any more
  await whole;
  photo.made(file('a.png'));
  await photo.done;

  expect(names()).toEqual([]);
});

test('what comes to nothing, or cannot be made, is gone again without a word', async () => {
  const { expectFile, names, reasons } = rig();
  const [taken, broken] = [expectFile('a.png'), expectFile('b.png')];
  taken.made();
  broken.failed(new Error('no canvas'));
  await Promise.all([taken.done, broken.done]);

  expect(names()).toEqual([]);
  expect(reasons()).toEqual([]);
});

test('what is too large once it is made says so, and the others stay', async () => {
  const { shelf, add, expectFile, names, reasons } = rig();
  const photo = expectFile('a.png');
  await add(file('b.png'));
  photo.made(file('a.png', 11));
  await shelf.whole();

  expect(names()).toEqual(['b.png']);
  expect(reasons()).toEqual([['a.png', 'files.tooLarge']]);
});

test('a refused file takes no place, and its reason stays until it is removed', async () => {
  const { shelf, add, names, reasons } = rig();
  await add({ name: 'a.exe', blob: new Blob(['x'], { type: 'application/x-msdownload' }) });
  for (const name of ['b.png', 'c.png', 'd.png']) await add(file(name));
  expect(names()).toHaveLength(3);
  expect(reasons()).toEqual([['a.exe', 'files.wrongType']]);

  shelf.remove('1');
  expect(reasons()).toEqual([]);
});

test('that there are too many is said once, whether they are there or still being made', async () => {
  const { add, expectFile, names, reasons } = rig();
  const coming = ['a.png', 'b.png', 'c.png', 'd.png', 'e.png'].map(expectFile);
  await add(file('f.png'));
  for (const { made } of coming) made(file('made.png'));
  await Promise.all(coming.map(({ done }) => done));

  expect(names()).toEqual(['made.png', 'made.png', 'made.png']);
  expect(reasons()).toEqual([['f.png', 'files.tooMany']]);
});
