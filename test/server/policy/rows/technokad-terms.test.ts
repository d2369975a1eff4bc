import { describe, expect, test } from 'vitest';
import { isPublishable, lintPack } from '#server/policy/lint.ts';
import type { PolicyPackFile } from '#server/policy/pack.ts';
import { decisionOf } from '#server/policy/decision/present-decision.ts';
import { changed, without } from '#test/support/pack-variants.ts';
import { calendarYears, packFiles, policyOf, readPackFile } from '#test/support/policies.ts';

const name = packFiles.findLast((file) => file.startsWith('technokad.')) ?? '';
const file = readPackFile(name) as PolicyPackFile;
const term = '/levels/0/firstResponse';

function found(pack: PolicyPackFile) {
  const findings = lintPack(pack, { calendarYears, now: Date.parse('2026-11-22T09:00:00Z') });
  const level = findings.find(({ code, at }) => code === 'level.without_term' && at === term);
  return { publishable: isPublishable(findings), level: level?.level };
}

describe('S3.2.2.1 POL: a level without a term', () => {
  test('is named in the pack as something only the vendor can settle', () => {
    expect(found(file)).toEqual({ publishable: true, level: 'unsettled' });
  });

  test('stops the publication where nobody has named it', () => {
    expect(found(without(file, '/unsettled/0'))).toEqual({ publishable: false, level: 'error' });
  });

  test('is settled by a term', () => {
    const settled = changed(without(file, '/unsettled/0'), term, {
      value: 4,
      unit: 'businessHour',
    });

    expect(found(settled)).toEqual({ publishable: true, level: undefined });
  });
});

test('S3.2.3.1 POL: that no solution is promised is told by the clause that says what it depends on', () => {
  const policy = policyOf('technokad');
  const { resolution } = policy.pack.clocks;
  const { notices } = decisionOf(policy, {
    receivedAt: Date.parse('2026-11-25T09:00:00Z'),
    arrival: 'widget',
    category: 'error',
    answered: new Set(policy.fields.keys()),
    attachments: 1,
    requester: { proven: true, entitlement: null },
  });
  const told = notices.find(({ code }) => code === 'no_resolution_term');

  expect(resolution?.clauses).toContain(told?.clause);
  expect(resolution?.dependsOn).toEqual(['complexity', 'hand_over', 'release']);
});
