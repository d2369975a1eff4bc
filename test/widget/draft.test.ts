import { expect, test } from 'vitest';
import {
  emptyDraft,
  isWritten,
  keepDraft,
  prefilled,
  readDraft,
} from '#widget/controllers/draft.ts';
import { keyedStorage } from '#widget/storage.ts';

function fakeStorage(): Storage {
  const texts = new Map<string, string>();
  return {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    removeItem: (name: string) => void texts.delete(name),
    clear: () => texts.clear(),
    key: (index: number) => [...texts.keys()][index] ?? null,
    get length() {
      return texts.size;
    },
  };
}

const draft = {
  ...emptyDraft,
  category: 'bug',
  answers: { did: 'Открыл отчёт', steps: ['Касса'] },
};

test('a draft survives in the browser and is gone once nothing is written', () => {
  const browser = fakeStorage();
  keepDraft(
    keyedStorage('sample', () => browser),
    draft,
  );

  const later = keyedStorage('sample', () => browser);
  expect(readDraft(later)).toEqual(draft);

  keepDraft(later, { ...draft, answers: { did: '' } });
  expect(browser.length).toBe(0);
});

test('what the form asks in secret is kept nowhere on the device', () => {
  const browser = fakeStorage();
  const storage = keyedStorage('sample', () => browser);
  const field = { label: '', requirement: 'asked', clause: '1', group: 'contact' } as const;
  const answers = { did: 'Открыл отчёт', connection: 'zQ7-4711' };
  keepDraft(storage, { ...draft, answers }, [
    { ...field, id: 'did', kind: 'text' },
    { ...field, id: 'connection', kind: 'secret' },
  ]);

  expect(readDraft(storage).answers).toEqual({ did: 'Открыл отчёт' });
  expect(JSON.stringify([browser.getItem(browser.key(0) ?? '')])).not.toContain('4711');
});

test('two widgets of one page keep apart', () => {
  const browser = fakeStorage();
  keepDraft(
    keyedStorage('one', () => browser),
    draft,
  );

  expect(readDraft(keyedStorage('two', () => browser))).toEqual(emptyDraft);
});

test('a browser that keeps nothing is used as memory, and says so', () => {
  const storage = keyedStorage('sample', () => {
    throw new DOMException('denied', 'SecurityError');
  });
  keepDraft(storage, draft);

  expect(storage.durable).toBe(false);
  expect(readDraft(storage)).toEqual(draft);
});

test('a full browser turns to memory without losing the text', () => {
  const browser = fakeStorage();
  const storage = keyedStorage('sample', () => browser);
  browser.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  keepDraft(storage, draft);

  expect(storage.durable).toBe(false);
  expect(readDraft(storage)).toEqual(draft);
});

test('unreadable text is an empty draft', () => {
  const storage = keyedStorage('sample', fakeStorage);
  storage.set('draft', '{"answers":');

  expect(readDraft(storage)).toEqual(emptyDraft);
});

test('a host fills only what the person has not written', () => {
  const filled = prefilled(draft, { category: 'training', did: 'host', got: 'host' });

  expect(filled.category).toBe('bug');
  expect(filled.answers).toEqual({ did: 'Открыл отчёт', steps: ['Касса'], got: 'host' });
});

test.each([
  ['nothing', emptyDraft, false],
  ['a chosen category only', { ...emptyDraft, category: 'bug' }, false],
  ['an empty line', { ...emptyDraft, answers: { did: '' } }, false],
  ['a word', draft, true],
  ['a file', { ...emptyDraft, fileNames: ['page.png'] }, true],
])('written: %s', (_case, one, written) => {
  expect(isWritten(one)).toBe(written);
});
