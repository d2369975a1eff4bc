import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyPackFile } from '#server/policy/pack.ts';
import { samplePack } from '#test/support/pack-variants.ts';

/** The vendor whose desk is killed: its regulation is the sample's, in seconds. */
export const hastyVendor = 'hasty';

const seconds = (value: number) => ({ value: value / 60, unit: 'businessMinute' }) as const;
const clause = '9';
const wholeDay: [string, string][] = [['00:00', '24:00']];

/** A regulation under which a ticket goes through everything that runs by itself within seconds. */
function hastyPack(): PolicyPackFile {
  const pack = samplePack();
  const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, wholeDay]);
  const { followUp, escalation } = pack;
  if (!('offices' in pack.desk) || !followUp || !escalation) throw new Error('no such sample');
  return {
    ...pack,
    vendor: hastyVendor,
    numberPrefix: 'HST',
    desk: {
      ...pack.desk,
      offices: pack.desk.offices.map((office) => ({ ...office, hours: Object.fromEntries(week) })),
      closedOn: [],
    },
    clocks: {
      firstResponse: { kind: 'fixed', target: seconds(2), clause },
      diagnosis: { limit: 'same_as_first', clause },
      critical: { minutes: 1 / 60, clause },
      nextResponse: { target: seconds(1) },
    },
    escalation: { ...escalation, informWithin: seconds(30), nextUpdateEvery: seconds(1) },
    autoClose: {
      mode: 'auto',
      after: seconds(2),
      reading: 'clamped',
      reminderAt: seconds(1),
      reasons: [
        { id: 'no_confirmation', clause },
        { id: 'no_information', clause },
      ],
      outcome: { id: 'no_answer', clause },
      clause,
    },
    followUp: { ...followUp, sendAfter: seconds(1), answerWithin: seconds(1) },
  };
}

/** Puts the regulation where a server finds it. @param folder for POLICY_DIR */
export function writeHastyPack(folder: string): void {
  const pack = hastyPack();
  writeFileSync(join(folder, `${pack.vendor}.${pack.edition}.json`), JSON.stringify(pack));
}
