import { en } from '#shared/i18n/sections/en.ts';
import { ru } from '#shared/i18n/sections/ru.ts';
import { uz } from '#shared/i18n/sections/uz.ts';
import { sectionWords } from '#desk/sections/section-words.ts';

/** What every section says. */
export const frameWords = sectionWords<typeof en>({ en, ru, uz });
