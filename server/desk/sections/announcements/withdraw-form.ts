import { mapResult } from '#shared/result.ts';
import type { AnnouncementView } from '#shared/wire/announcements.ts';
import type { announcementsApi } from '#desk/sections/announcements/announcements-api.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import type { SayNews } from '#desk/sections/news/news-words.ts';

/** Asks once more before a planned announcement is taken back. @param subject its title */
export const withdrawForm = (
  say: SayNews,
  api: ReturnType<typeof announcementsApi>,
  announcement: AnnouncementView,
  subject: string,
): FormSpec => ({
  title: say('news.withdraw'),
  submit: say('news.withdraw'),
  subject,
  note: say('news.withdrawNote'),
  fields: () => [],
  send: async () => mapResult(await api.withdraw(announcement), () => null),
});
