import { expect, test } from 'vitest';
import { succeed } from '#shared/result.ts';
import { completeRequest } from '#widget/controllers/complete-request.ts';
import { createFileShelf } from '#widget/controllers/file-shelf.ts';

test('no file that completes a request tells a secret by its name', async () => {
  const names: string[] = [];
  const shelf = createFileShelf(
    () => 'a',
    () => undefined,
    () => false,
  );
  const file = { name: 'boris@zavod.example счёт.png', blob: new Blob(['x']) };
  await shelf.expect(file.name, Promise.resolve(file), 1);
  await completeRequest(
    {
      api: {
        upload: async ({ name }) => {
          names.push(name);
          return succeed({ id: 'att_1' });
        },
        read: async <Value>() => succeed({} as Value),
      },
      newId: () => 'key',
      pause: async () => undefined,
      waiting: () => undefined,
      talk: { shelf, hasLeft: async () => false },
    },
    'tkt_1',
    {},
  );

  expect(names).toHaveLength(1);
  expect(names[0]).toMatch(/ счёт\.png$/);
  expect(names[0]).not.toContain('zavod');
});
