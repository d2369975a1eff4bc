import { html } from 'hono/html';
import { openableAddress } from '#server/features/policy-page/address.ts';
import { channelName } from '#server/features/policy-page/channel-name.ts';
import { lengthOf } from '#server/features/policy-page/lengths.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import type { Html } from '#server/features/policy-page/parts.ts';
import type { Rule } from '#server/features/policy-page/rule-list.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** What silence leads to, what follows a solution, and who hears what went wrong. */
export const afterRules = (words: PageWords, pack: PolicyPack): Rule[] => [
  ...silenceRule(words, pack),
  ...followUpRule(words, pack),
  reopenRule(words, pack),
  ...appealRule(words, pack),
  ...securityRule(words, pack),
];

function silenceRule(words: PageWords, { autoClose, reminders }: PolicyPack): Rule[] {
  if (!autoClose) return reminders ? [reminderRule(words, reminders)] : [];
  const { say } = words;
  const { after, reading, reminderAt, mode, laterReply, clause } = autoClose;
  const how = say(`course.silenceReading.${reading}`);
  return [
    {
      clauses: [clause, ...autoClose.reasons.map((reason) => reason.clause)],
      says: say('course.silence'),
      notes: [
        `${say(`course.silenceMode.${mode}`)} ${say('course.silenceReading', { reading: how })}`,
        ...(reminderAt ? [html`${say('course.reminder')} ${lengthOf(words, reminderAt)}.`] : []),
        say(`course.laterReply.${laterReply}`),
      ],
      value: html`${say('course.silenceAfter')} ${lengthOf(words, after)}`,
    },
  ];
}

/** Where silence closes nothing, and is only reminded of. */
const reminderRule = (
  words: PageWords,
  { everyDays, most, clause }: NonNullable<PolicyPack['reminders']>,
): Rule => ({
  clauses: [clause],
  says: words.say('course.silence'),
  notes: [words.say('course.remindersOnly', { count: most })],
  value: html`${words.say('course.reminderEvery')}
  ${lengthOf(words, { value: everyDays, unit: 'day' })}`,
  tone: 'internal',
});

function followUpRule(words: PageWords, { followUp }: PolicyPack): Rule[] {
  if (!followUp) return [];
  const { say } = words;
  const { confirms, feedback, by, within, agentFromScore } = followUp;
  const named = [confirms?.clause, feedback?.clause].filter((clause) => clause !== undefined);
  return [
    {
      clauses: [followUp.clause, ...named],
      says: say('course.followUp'),
      notes: [
        ...(confirms ? [say('course.confirms')] : []),
        ...(feedback ? [say('course.feedback')] : []),
        say(`course.followUpBy.${by}`, { score: agentFromScore }),
      ],
      ...(within
        ? { value: lengthOf(words, within) }
        : { value: say('value.noTerm'), tone: 'unstated' }),
    },
  ];
}

function reopenRule(words: PageWords, { reopen }: PolicyPack): Rule {
  const { say } = words;
  const { condition, withinDays, after, clause } = reopen;
  return {
    clauses: clause ? [clause] : [],
    says: say('course.reopen'),
    notes: [
      say(condition === 'complete' ? 'course.reopenComplete' : 'course.reopenAny'),
      ...(withinDays === null ? [] : [say(`course.reopenAfter.${after}`)]),
      ...(withinDays !== null && clause ? [say('course.reopenOwn')] : []),
    ],
    value:
      withinDays === null
        ? say('course.anyTime')
        : lengthOf(words, { value: withinDays, unit: 'day' }),
    ...(withinDays === null ? {} : { tone: 'internal' }),
  };
}

function appealRule(words: PageWords, { appeal, roles, channels }: PolicyPack): Rule[] {
  if (!appeal) return [];
  const { locale, say } = words;
  const to = roles.find(({ id }) => id === appeal.to);
  const official = channels.find(({ kind, official: taken }) => taken && kind === appeal.channel);
  const href = to?.href ?? (official?.official ? official.href : undefined);
  const sentence = say('course.appealTo', {
    role: to?.name[locale] ?? '',
    way: channelName(words, appeal.channel),
  });
  return [
    {
      clauses: [appeal.clause],
      says: say('course.appeal'),
      notes: [href ? html`<a href="${openableAddress(href)}">${sentence}</a>` : sentence],
      ...(appeal.within
        ? { value: lengthOf(words, appeal.within) }
        : { value: say('course.appealTerm'), tone: 'unstated' }),
    },
  ];
}

function securityRule(words: PageWords, { security, vendor }: PolicyPack): Rule[] {
  if (!security) return [];
  const { say } = words;
  const { contact, ackWithin, embargoDays, notifyHolders, clause } = security;
  const address = contact.replace(/^(mailto:|tel:)/, '');
  const receipt: Html = html`${say('course.securityAck')}
  ${ackWithin ? lengthOf(words, ackWithin) : html`<span class="unstated">${say('value.notStated')}</span>`}`;
  const embargo =
    embargoDays === null
      ? say('course.embargoNone')
      : say('course.embargo', { days: say('target.day', { count: embargoDays }) });
  return [
    {
      clauses: [clause],
      says: say('course.security'),
      notes: [
        html`<a href="${openableAddress(contact)}">${address}</a>,
          <a href="/policy/${vendor}/security.txt">security.txt</a>`,
        receipt,
        embargo,
        ...(notifyHolders ? [say('course.notifyHolders')] : []),
      ],
    },
  ];
}
