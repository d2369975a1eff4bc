import type { Channel, Locale } from '#shared/vocabulary.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { OfficialChannel } from './channels.ts';

/** Channels that the regulation takes requests from. */
export const officialChannels = (channels: PolicyPack['channels']): OfficialChannel[] =>
  channels.filter((channel) => channel.official);

/** The channel of this kind that a request can be handed over to. */
export const bridgeOf = (
  channels: PolicyPack['channels'],
  kind: Channel,
): OfficialChannel | undefined =>
  officialChannels(channels).find((channel) => channel.kind === kind && channel.bridge);

/** The address as a person reads it. */
export const addressIn = ({ address }: OfficialChannel, locale: Locale): string =>
  typeof address === 'string' ? address : address[locale];
