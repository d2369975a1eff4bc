import type { AnnouncementView } from '#shared/wire/announcements.ts';
import { tag } from '#desk/sections/parts.ts';
import type { SayNews } from '#desk/sections/news/news-words.ts';

/** Whom it tells, in words that follow a kind. */
export function audienceWords(say: SayNews, audience: AnnouncementView['audience']): string {
  switch (audience.kind) {
    case 'plan':
      return say('news.to.plan', { plan: audience.plan });
    case 'version':
      return say('news.to.version', { version: audience.version });
    case 'product':
      return say('news.to.product', { product: audience.product });
    default:
      return say(`news.to.${audience.kind}`);
  }
}

/** Whether its time is still to come, so that it can be taken back. */
export const isPlanned = ({ deliveredAt, withdrawnAt, publishAt }: AnnouncementView): boolean =>
  deliveredAt === null && withdrawnAt === null && Date.parse(publishAt) > Date.now();

/** How far it has come. @param moment an instant of the wire in words */
export function announcementState(
  say: SayNews,
  announcement: AnnouncementView,
  moment: (at: string) => string,
) {
  const { deliveredAt, deliveries, publishAt, withdrawnAt } = announcement;
  if (withdrawnAt !== null)
    return tag('paused', 'close', say('news.withdrawn', { time: moment(withdrawnAt) }));
  if (deliveredAt === null) {
    return isPlanned(announcement)
      ? tag('paused', 'clock', say('news.planned', { time: moment(publishAt) }))
      : tag('soon', 'clock', say('news.going'));
  }
  return deliveries > 0
    ? tag('met', 'check', say('news.told', { count: deliveries }))
    : tag('paused', 'check', say('news.nobody'));
}
