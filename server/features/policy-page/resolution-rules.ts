import { html } from 'hono/html';
import { lengthOf } from '#server/features/policy-page/lengths.ts';
import { listed, type PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import type { Rule } from '#server/features/policy-page/rule-list.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What comes after the first response; no text promises when a solution is there. */
export const resolutionRules = (words: PageWords, pack: PolicyPack): Rule[] => [
  ...criticalRule(words, pack),
  ...nextResponseRule(words, pack),
  ...resolutionRule(words, pack),
  ...pauseRule(words, pack),
  ...escalationRule(words, pack),
];

function criticalRule(words: PageWords, { clocks }: PolicyPack): Rule[] {
  const { say } = words;
  const { critical } = clocks;
  if (!critical) return [];
  const next = critical.ifSilent === 'next_on_call' ? [say('promises.nextOnCall')] : [];
  return [
    {
      clauses: [critical.clause],
      says: say('promises.critical'),
      notes: [say('promises.criticalNote'), ...next],
      value: lengthOf(words, { value: critical.minutes, unit: 'minute' }),
      tone: 'internal',
    },
  ];
}

function nextResponseRule(words: PageWords, { clocks }: PolicyPack): Rule[] {
  const { say } = words;
  const { target, suspendedIn, clause } = clocks.nextResponse;
  if (!clause && !target) return [];
  const notes = [
    ...(target ? [say('promises.nextNote')] : []),
    ...suspendedIn.map((state) => say(`promises.suspended.${state}`)),
  ];
  return [
    {
      clauses: clause ? [clause] : [],
      says: say('promises.next'),
      notes,
      ...(target
        ? { value: lengthOf(words, target), tone: 'internal' }
        : { value: say('value.noTerm'), tone: 'unstated' }),
    },
  ];
}

function resolutionRule(words: PageWords, { clocks, notices }: PolicyPack): Rule[] {
  const { locale, say } = words;
  const noticed = notices.filter(({ code }) => code === 'no_resolution_term');
  const stated = clocks.resolution?.clauses ?? noticed.map(({ clause }) => clause);
  if (stated.length === 0) return [];
  const what = (clocks.resolution?.dependsOn ?? []).map((reason) => say(`depends.${reason}`));
  return [
    {
      clauses: stated,
      says: say('promises.resolution'),
      notes: what.length > 0 ? [say('promises.dependsOn', { what: listed(locale, what) })] : [],
      value: say('promises.noResolutionTerm'),
      tone: 'unstated',
    },
  ];
}

function pauseRule({ say }: PageWords, { clocks }: PolicyPack): Rule[] {
  const { pauses } = clocks;
  if (!pauses) return [];
  const clauses = pauses.clause ? [pauses.clause] : [];
  return [{ clauses, says: say('promises.pause'), value: say('promises.paused') }];
}

function escalationRule(words: PageWords, { escalation }: PolicyPack): Rule[] {
  if (!escalation) return [];
  const { locale, say } = words;
  const targets = escalation.targets.map(({ name }) => name[locale]).join('; ');
  return [
    {
      clauses: [escalation.clause, ...escalation.targets.map(({ clause }) => clause)],
      says: say('promises.escalation'),
      notes: [
        say('promises.targets', { targets }),
        ...(escalation.informs ? [say('promises.informs')] : []),
        aim(words, escalation),
      ],
      value: say('value.noTerm'),
      tone: 'unstated',
    },
  ];
}

/** Terms of the desk's own where the text sets none. */
const aim = (
  words: PageWords,
  { informs, informWithin, nextUpdateEvery }: NonNullable<PolicyPack['escalation']>,
): Html => {
  const { say } = words;
  const news = informs
    ? html`${say('promises.aimInform')} ${lengthOf(words, informWithin)},
      ${say('promises.aimUpdate')}`
    : say('promises.aimNews');
  return html`${say('promises.aim')} ${news} ${lengthOf(words, nextUpdateEvery)}.`;
};
