import { en } from '#shared/i18n/section-service/en.ts';
import { ru } from '#shared/i18n/section-service/ru.ts';
import { uz } from '#shared/i18n/section-service/uz.ts';
import { sectionWords } from '#desk/sections/section-words.ts';

/** What the sections of checks and statements say. */
export const serviceWords = sectionWords<typeof en>({ en, ru, uz });
export type SayService = ReturnType<typeof serviceWords>;
