import { describe, expect, test } from 'vitest';
import { lintPack } from '#server/policy/lint.ts';
import { ambiguities } from '#server/policy/lint/ambiguities.ts';
import { placesOf } from '#server/policy/lint/places.ts';
import type { PolicyPackFile } from '#server/policy/pack.ts';
import { calendarYears, packFiles, readPackFile } from '#test/support/policies.ts';
import { without } from '#test/support/pack-variants.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const files = packFiles.map((name) => readPackFile(name) as PolicyPackFile);

/** Found in what a pack says rather than in what it leaves out; each has tests of its own. */
const foundInContent = ['B11', 'B12', 'E1'];

test('47 ambiguities have a key or a code of the linter', () => {
  const ids = [...ambiguities.map(({ id }) => id), ...foundInContent];

  expect(new Set(ids).size).toBe(47);
  expect(ids).toHaveLength(47);
});

test('S0.9.1 POL, A1: a reading of working days has to be chosen, the other keys name a default', () => {
  const chosen = ambiguities.filter(({ otherwise }) => otherwise === null).map(({ id }) => id);

  expect(chosen).toEqual(['A1', 'A10', 'B2', 'B3']);
});

describe.each(ambiguities)('$id', (ambiguity) => {
  const concerned = files.filter((file) => ambiguity.concerns?.(file) ?? true);
  const places = concerned.flatMap((file) =>
    ambiguity.keys.flatMap((key) =>
      placesOf(file, key, ambiguity.within).map((place) => ({ file, ...place })),
    ),
  );

  test('concerns a shipped pack, and is decided in each that it concerns', () => {
    expect(places.length).toBeGreaterThan(0);
    expect(
      places.filter(({ present }) => !present).map(({ file, at }) => [file.vendor, at]),
    ).toEqual([]);
  });

  test('is missed where it is taken out', () => {
    const place = places[0];
    if (!place) throw new Error('no pack decides it');
    const findings = lintPack(without(place.file, place.at), { calendarYears, now });
    const found = findings.filter(({ at }) => at === place.at);

    expect(found.map(({ level }) => level)).toContain(
      ambiguity.otherwise === null ? 'error' : 'warning',
    );
  });
});
