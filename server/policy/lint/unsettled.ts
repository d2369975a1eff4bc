import type { PolicyPack } from '#server/policy/pack.ts';
import { pointerOf } from '#server/policy/pack/pointer.ts';
import type { LintFinding } from './finding.ts';

/** Errors that only say what a vendor has not said yet; every other error stays one. */
const settleable: ReadonlySet<string> = new Set(['level.without_term']);

/** A doubt that no rule of the linter knows: named by the author, and never stale. */
const ownQuestion = 'vendor.question';

/**
 * Marks the findings that the pack names as the vendor's to settle. A name for something that is no
 * longer found is a warning of its own.
 */
export function nameSettled(
  findings: readonly LintFinding[],
  unsettled: PolicyPack['unsettled'],
): LintFinding[] {
  const named = (finding: LintFinding) =>
    unsettled.find(({ code, at }) => code === finding.code && at === finding.at);
  const own = unsettled
    .filter(({ code }) => code === ownQuestion)
    .map(({ code, at, note }): LintFinding => ({
      code,
      level: 'unsettled',
      at,
      text: note.en,
      remedy: 'Ask the vendor.',
    }));
  const stale = unsettled.flatMap(({ code, at }, i): LintFinding[] =>
    code === ownQuestion || findings.some((finding) => finding.code === code && finding.at === at)
      ? []
      : [
          {
            code: 'unsettled.stale',
            level: 'warning',
            at: pointerOf(['unsettled', i]),
            text: `The linter finds no ${code} at ${at}.`,
            remedy: 'Take the entry out; a doubt of your own has the code `vendor.question`.',
          },
        ],
  );
  return [
    ...findings.map((finding) =>
      (finding.level !== 'error' || settleable.has(finding.code)) && named(finding)
        ? { ...finding, level: 'unsettled' as const, text: named(finding)?.note.en ?? finding.text }
        : finding,
    ),
    ...own,
    ...stale,
  ];
}
