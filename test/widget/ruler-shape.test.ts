import { expect, test } from 'vitest';
import { rulerLabels, rulerShape, type RulerSegment } from '#widget/elements/ruler-shape.ts';

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
const segments: RulerSegment[] = [
  { from: at('22T13:20'), to: at('22T19:00'), kind: 'closed' },
  { from: at('22T19:00'), to: at('23T05:00'), kind: 'closed' },
  { from: at('23T05:00'), to: at('23T14:00'), kind: 'open' },
  { from: at('23T14:00'), to: at('24T05:00'), kind: 'closed' },
];
const dueAt = at('24T05:00');
const words = { locale: 'ru', timezone: 'Asia/Tashkent', dueAt, nowLabel: 'сейчас' } as const;

test('parts cover the ruler from end to end, closed time is shortened, midnights do not show', () => {
  const { parts, now, due } = rulerShape(segments, at('22T13:20'), dueAt);

  expect(parts.map(({ kind }) => kind)).toEqual(['closed', 'open', 'closed']);
  expect(parts[0]?.from).toBe(0);
  expect(parts.at(-1)?.to).toBeCloseTo(1);
  const [, open] = parts;
  expect((open?.to ?? 0) - (open?.from ?? 0)).toBeGreaterThan(9 / (9 + 30));
  expect([now, due]).toEqual([0, 1]);
});

test('what lies behind now is counted', () => {
  const { parts, now } = rulerShape(segments, at('23T09:30'), dueAt);

  expect(parts.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'closed counted',
    'open counted',
    'open ahead',
    'closed ahead',
  ]);
  expect(now).toBeCloseTo(parts[2]?.from ?? 0);
});

test('an overdue part stands behind the flag', () => {
  const { parts, now, due } = rulerShape(segments, at('24T07:00'), dueAt);

  expect(parts.at(-1)).toMatchObject({ state: 'late', to: 1 });
  expect(due).toBeLessThan(1);
  expect(now).toBe(1);
});

test('labels name start, opening, closing and the due instant, which is strong and last', () => {
  const now = at('22T13:20');
  const labels = rulerLabels(segments, rulerShape(segments, now, dueAt), { ...words, now }, 366, 0);

  expect(labels.map(({ text }) => text)).toEqual(['сейчас', 'пн 10:00', '19:00', 'вт 10:00']);
  expect(labels.at(-1)).toMatchObject({ strong: true, anchor: 'end' });
});

test('labels that would touch are dropped, the due one never', () => {
  const now = at('22T13:20');
  const labels = rulerLabels(segments, rulerShape(segments, now, dueAt), { ...words, now }, 120, 0);

  expect(labels.map(({ text }) => text)).toEqual(['сейчас', 'вт 10:00']);
});

test('a strong label is wider than another, and what would touch it is dropped', () => {
  const short: RulerSegment[] = [
    { from: at('23T05:00'), to: at('23T14:00'), kind: 'open' },
    { from: at('23T14:00'), to: at('24T05:00'), kind: 'closed' },
  ];
  const texts = (widthPx: number) => {
    const now = at('23T05:00');
    const shape = rulerShape(short, now, dueAt);
    return rulerLabels(short, shape, { ...words, now }, widthPx, 0).map(({ text }) => text);
  };

  expect(texts(340)).toEqual(['сейчас', 'вт 10:00']);
  expect(texts(366)).toEqual(['сейчас', '19:00', 'вт 10:00']);
});

test('an older clock is labelled by its receipt, not by now', () => {
  const now = at('23T09:30');
  const labels = rulerLabels(segments, rulerShape(segments, now, dueAt), { ...words, now }, 366, 0);

  expect(labels[0]?.text).toBe('вс 18:20');
});

test('labels whose letters a reader has set apart need more room', () => {
  const short: RulerSegment[] = [
    { from: at('23T05:00'), to: at('23T14:00'), kind: 'open' },
    { from: at('23T14:00'), to: at('24T05:00'), kind: 'closed' },
  ];
  const now = at('23T05:00');
  const shape = rulerShape(short, now, dueAt);
  const texts = (spacingPx: number) =>
    rulerLabels(short, shape, { ...words, now }, 366, spacingPx).map(({ text }) => text);

  expect(texts(0)).toEqual(['сейчас', '19:00', 'вт 10:00']);
  expect(texts(1.6)).toEqual(['сейчас', 'вт 10:00']);
});
