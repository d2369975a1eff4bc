import type { Channel } from '#shared/vocabulary.ts';
import type { PageWords } from '#server/features/policy-page/page-words.ts';

/** A way to write, as people call it: `письмо`. */
export const channelName = ({ say }: PageWords, kind: Channel): string => say(`channel.${kind}`);
