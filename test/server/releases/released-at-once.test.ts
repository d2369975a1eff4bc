import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnownProblemView } from '#shared/wire/known-problems.ts';
import { rowDesk } from '#test/support/row-desk.ts';

const vendor = 'technokad';
const rounds = 6;
let rows: Awaited<ReturnType<typeof rowDesk>>;
beforeAll(async () => {
  rows = await rowDesk();
});
afterAll(() => rows.close());

const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
const texts = { ru: { title: 'Печать' } };
const problem = async (more: object = {}) =>
  idOf(await rows.post(vendor, '/known-problems', { texts, ...more }));
const planned = async (version: string) =>
  idOf(await rows.post(vendor, '/releases', { version, plannedOn: '2026-12-01', problems: [] }));
const publish = async (version: string) => {
  const id = await planned(version);
  return () => rows.post(vendor, `/releases/${id}/acts`, { act: 'publish' });
};
const enter = async (version: string) => () =>
  rows.post(vendor, '/releases', { version, releasedOn: '2026-11-20', problems: [] });
const write = async (fixedIn: string) => () => problem({ fixedIn });
const edit = async (fixedIn: string) => {
  const id = await problem();
  return async () => {
    await rows.signedIn().put(vendor, `/known-problems/${id}`, { texts, fixedIn });
    return id;
  };
};
const restore = async (fixedIn: string) => {
  const id = await problem({ fixedIn });
  await rows.post(vendor, `/known-problems/${id}/acts`, { act: 'withdraw' });
  return async () => {
    await rows.post(vendor, `/known-problems/${id}/acts`, { act: 'restore' });
    return id;
  };
};
const state = async (id: string) =>
  ((await (await rows.get(vendor, `/known-problems/${id}`)).json()) as KnownProblemView).state;

test.each([
  ['published', 'written', publish, write],
  ['published', 'edited', publish, edit],
  ['published', 'restored', publish, restore],
  ['entered', 'written', enter, write],
] as const)(
  'a version that is %s while a known problem that it ends is %s ends it, whichever comes first',
  async (how, what, releasing, saying) => {
    const states: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const version = `${how.length}.${what.length}.${round}`;
      const [release, say] = [await releasing(version), await saying(version)];
      const inOrder = round % 2 === 0 ? [release, say] : [say, release];
      const done = await Promise.all(inOrder.map((act) => act()));
      states.push(await state(done.find((made) => typeof made === 'string')!));
    }

    expect(states).toEqual(Array.from({ length: rounds }, () => 'fixed'));
  },
);
