import { en } from '#shared/i18n/person/en.ts';
import { ru } from '#shared/i18n/person/ru.ts';
import { uz } from '#shared/i18n/person/uz.ts';
import { sectionWords } from '#desk/sections/section-words.ts';

/** What an agent reads about the data of a person. */
export const personWords = sectionWords<typeof en>({ en, ru, uz });
