import type { PolicyPack } from '#server/policy/pack.ts';
import { pointerOf } from '#server/policy/pack/pointer.ts';
import type { LintFinding } from './finding.ts';

/** Terms and hours that the regulation leaves to somebody else: levels, contracts, silence (A10). */
export function openTerms(pack: PolicyPack): LintFinding[] {
  return [...openLevels(pack), ...openContracts(pack), ...openHours(pack), ...openPrivacy(pack)];
}

function openLevels({ clocks, levels, plans }: PolicyPack): LintFinding[] {
  const byPlan = plans.some(({ firstResponse }) => firstResponse !== null);
  if (clocks.firstResponse.kind === 'level' && levels.length === 0 && !byPlan) {
    return [
      {
        code: 'level.none',
        level: 'error',
        key: 'A10',
        at: '/levels',
        text: 'The term depends on a level or plan of support, and none has a term.',
        remedy: 'Give `levels` or `plans` their `firstResponse`; null where it is not known.',
      },
    ];
  }
  return levels.flatMap(({ id, firstResponse }, i) =>
    firstResponse === null
      ? [
          {
            code: 'level.without_term',
            level: 'error' as const,
            key: 'A10',
            at: pointerOf(['levels', i, 'firstResponse']),
            text: `Level ${id} has no term: nothing is promised to its requesters.`,
            remedy: 'Ask the vendor for the term of the level.',
          },
        ]
      : [],
  );
}

const openContracts = ({ clocks }: PolicyPack): LintFinding[] =>
  clocks.firstResponse.kind === 'contract'
    ? [
        {
          code: 'contract.without_term',
          level: 'warning',
          key: 'A10',
          at: '/clocks/firstResponse',
          text: 'The term stands in contracts: where a contract names none, nothing is promised.',
          remedy: 'Enter the term with every contract.',
        },
      ]
    : [];

const openHours = ({ desk }: PolicyPack): LintFinding[] =>
  'offices' in desk
    ? []
    : [
        {
          code: 'hours.not_stated',
          level: 'warning',
          at: '/desk/hours',
          text: 'The regulation names no hours: no term of working time can be counted.',
          remedy: 'Ask the vendor for the hours of the desk.',
        },
      ];

const openPrivacy = ({ links }: PolicyPack): LintFinding[] =>
  links.privacy === undefined
    ? [
        {
          code: 'privacy.missing',
          level: 'note',
          at: '/links',
          text: 'No privacy policy is linked where personal data is collected.',
          remedy: 'Add `links.privacy`.',
        },
      ]
    : [];
