import type { PolicyPack } from '#server/policy/pack.ts';
import { pointerOf } from '#server/policy/pack/pointer.ts';
import type { LintFinding } from './finding.ts';

const fewCases = 5;

/** Rules of a pack that can be read and still cannot work together. */
export function rulesAtOdds(pack: PolicyPack): LintFinding[] {
  const { autoClose, clocks, intake, cases } = pack;
  const findings: LintFinding[] = [];
  const { after, reminderAt } = autoClose ?? {};
  if (after && reminderAt && after.unit === reminderAt.unit && reminderAt.value >= after.value) {
    findings.push({
      code: 'closing.reminder_late',
      level: 'error',
      at: '/autoClose/reminderAt',
      text: `The reminder would go out after ${reminderAt.value} and the closing comes after ${after.value}, both counted from the last message.`,
      remedy: 'Let the reminder come before the closing.',
    });
  }
  if (clocks.critical && !Object.values(intake.severity?.suggests ?? {}).includes('critical')) {
    findings.push({
      code: 'critical.never_suggested',
      level: 'note',
      at: '/intake/severity',
      text: 'There is a track for critical failures, and no answer of the form suggests one: agents have to notice it.',
      remedy: 'Let `intake.severity` name the field and the answer that means critical.',
    });
  }
  if (cases.length < fewCases) {
    findings.push({
      code: 'case.few',
      level: 'note',
      at: pointerOf(['cases']),
      text: `${cases.length} worked of about ten cases: a weekend, a holiday, the minute before closing.`,
      remedy: 'Work more of them by hand.',
    });
  }
  return findings;
}
