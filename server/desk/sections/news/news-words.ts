import { en } from '#shared/i18n/section-news/en.ts';
import { ru } from '#shared/i18n/section-news/ru.ts';
import { uz } from '#shared/i18n/section-news/uz.ts';
import { sectionWords } from '#desk/sections/section-words.ts';

/** What the sections of announcements and surveys say. */
export const newsWords = sectionWords<typeof en>({ en, ru, uz });
export type SayNews = ReturnType<typeof newsWords>;
