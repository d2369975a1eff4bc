import type { Channel } from '#shared/vocabulary.ts';
import { bridgeOf, officialChannels } from '#server/policy/pack/official-channels.ts';
import type { PackCategory, PolicyPack } from '#server/policy/pack.ts';
import type { OfficialChannel } from '#server/policy/pack/channels.ts';

/** What a contact leaves behind (B4): a numbered ticket, a note on the customer's card, or nothing. */
export type ContactRecord = PolicyPack['channels'][number]['record'];

/** What the regulation says to a message on one channel. */
export type ChannelRule =
  | {
      readonly outcome: 'accepted';
      readonly official: true;
      readonly record: ContactRecord;
      /** B1: `register_and_verify` gives the rights of a contract once the sender is verified. */
      readonly intake: OfficialChannel['intake'];
      readonly clockStarts: boolean;
      readonly clause: string;
    }
  | {
      /** Prepared for another channel (B2, B3): the arrival there is the receipt. */
      readonly outcome: 'bridge';
      readonly official: false;
      readonly record: 'ticket';
      readonly clockStarts: false;
      readonly to: OfficialChannel;
      readonly clause: string;
    }
  | {
      /** Not a request by the text: kept, and answered with the ways that are. */
      readonly outcome: 'not_official';
      readonly official: false;
      readonly record: ContactRecord;
      readonly clockStarts: false;
      /** Whether the form is one of the ways. */
      readonly sendForm: boolean;
      readonly answerWith: readonly OfficialChannel[];
      readonly clause: string;
    }
  | {
      /** B5: the channel is official, but not for this category. */
      readonly outcome: 'other_channel_needed';
      readonly official: false;
      readonly record: 'interaction';
      readonly clockStarts: false;
      /** Whether the form is one of the ways: an agent sends its link. */
      readonly sendForm: boolean;
      readonly answerWith: readonly OfficialChannel[];
      readonly clause: string;
    };

/**
 * What a message on a channel is by the regulation.
 *
 * @param category of the request, where it is known already
 * @param region of the requester: hotlines of other regions are not offered
 */
export function channelRule(
  pack: PolicyPack,
  kind: Channel,
  category?: PackCategory,
  region?: string,
): ChannelRule {
  const rule = kind === 'widget' ? widgetRule(pack, region) : messageRule(pack, kind, region);
  const limits = category?.channels ?? 'any';
  if (rule.outcome !== 'accepted' || limits === 'any' || limits.only.includes(kind)) return rule;
  const { only, clause } = limits;
  return {
    outcome: 'other_channel_needed',
    official: false,
    record: 'interaction',
    clockStarts: false,
    sendForm: only.includes('widget'),
    answerWith: waysToAsk(pack, region).filter((way) => only.includes(way.kind)),
    clause,
  };
}

/** Channels to offer to somebody, the preferred first: those without regions and those of theirs. */
export function waysToAsk({ channels }: PolicyPack, region?: string): OfficialChannel[] {
  return officialChannels(channels)
    .filter(({ regions }) => !regions || region === undefined || regions.includes(region))
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
}

function widgetRule(pack: PolicyPack, region: string | undefined): ChannelRule {
  const { mode, bridge, clause } = pack.widget;
  if (mode === 'official') return accepted('ticket', 'full', clause);
  const to = bridge && bridgeOf(pack.channels, bridge);
  return mode === 'bridge' && to
    ? { outcome: 'bridge', official: false, record: 'ticket', clockStarts: false, to, clause }
    : notOfficial(pack, 'none', clause, region);
}

function messageRule(pack: PolicyPack, kind: Channel, region: string | undefined): ChannelRule {
  const known = pack.channels.filter((channel) => channel.kind === kind);
  const channel = officialChannels(known)[0];
  if (channel) return accepted(channel.record, channel.intake, channel.clause);
  const other = known[0];
  // a way the text does not name: what it says about the ways it does name decides
  return notOfficial(
    pack,
    other?.record ?? 'interaction',
    other?.clause ?? pack.widget.clause,
    region,
  );
}

const accepted = (
  record: ContactRecord,
  intake: OfficialChannel['intake'],
  clause: string,
): ChannelRule => ({
  outcome: 'accepted',
  official: true,
  record,
  intake,
  clockStarts: record === 'ticket',
  clause,
});

const notOfficial = (
  pack: PolicyPack,
  record: ContactRecord,
  clause: string,
  region: string | undefined,
): ChannelRule => ({
  outcome: 'not_official',
  official: false,
  record,
  clockStarts: false,
  sendForm: pack.widget.mode === 'official',
  answerWith: waysToAsk(pack, region),
  clause,
});
