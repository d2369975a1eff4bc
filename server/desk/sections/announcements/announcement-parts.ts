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
    default:
      return say(`news.to.${audience.kind}`);
  }
}

/** How far it has come. */
export function announcementState(
  say: SayNews,
  { deliveredAt, deliveries, publishAt }: AnnouncementView,
  time: string,
) {
  if (deliveredAt === null) {
    return Date.parse(publishAt) > Date.now()
      ? tag('paused', 'clock', say('news.planned', { time }))
      : tag('soon', 'clock', say('news.going'));
  }
  return deliveries > 0
    ? tag('met', 'check', say('news.told', { count: deliveries }))
    : tag('paused', 'check', say('news.nobody'));
}
