import type { Channel } from '#shared/vocabulary.ts';
import type { PackCategory, PolicyPack } from '#server/policy/pack.ts';
import type { OfficialChannel } from '#server/policy/pack/channels.ts';
import { channelRule, waysToAsk, type ContactRecord } from './channel-rule.ts';

/** Somebody turned to a person of the vendor. */
export interface Contact {
  readonly kind: 'phone' | 'manager' | 'other';
  /** How; `other` is a way that no list names, such as Skype or a talk. */
  readonly channel: Channel | 'other';
  /** What it was about, where that is known. */
  readonly category?: PackCategory | undefined;
}

/** What a contact is by the regulation, and what the person is told. */
export interface ContactRule {
  readonly record: ContactRecord;
  /** Why it is no request; `official` where it is one. */
  readonly reason: 'official' | 'not_official' | 'manager' | 'in_writing_only';
  /** Whether the form is one of the ways: its link is sent. */
  readonly sendForm: boolean;
  readonly answerWith: readonly OfficialChannel[];
  readonly clause: string;
}

/** The role of a pack whose clause says what writing to one's manager brings. */
const managerRole = 'personal-manager';

/**
 * What a contact leaves behind (B4) and where the person is sent. A manager takes no requests whatever
 * the channel is: the same messenger is official in the working chat only.
 */
export function contactRule(pack: PolicyPack, { kind, channel, category }: Contact): ContactRule {
  if (kind === 'manager' || channel === 'other') {
    const ways = waysToAsk(pack);
    const role = kind === 'manager' && pack.roles.find(({ id }) => id === managerRole);
    return {
      record: 'interaction',
      reason: kind === 'manager' ? 'manager' : 'not_official',
      sendForm: pack.widget.mode === 'official',
      answerWith: ways,
      clause: (role || undefined)?.clause ?? ways[0]?.clause ?? pack.widget.clause,
    };
  }
  const rule = channelRule(pack, channel, category);
  const { record, clause } = rule;
  switch (rule.outcome) {
    case 'accepted':
      return { record, reason: 'official', sendForm: false, answerWith: [], clause };
    case 'bridge':
      return {
        record: 'interaction',
        reason: 'not_official',
        sendForm: false,
        answerWith: [rule.to],
        clause,
      };
    case 'not_official':
    case 'other_channel_needed': {
      const { sendForm, answerWith } = rule;
      const reason = rule.outcome === 'not_official' ? 'not_official' : 'in_writing_only';
      return { record, reason, sendForm, answerWith, clause };
    }
  }
}
