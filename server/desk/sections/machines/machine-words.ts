import { en } from '#shared/i18n/section-machines/en.ts';
import { ru } from '#shared/i18n/section-machines/ru.ts';
import { uz } from '#shared/i18n/section-machines/uz.ts';
import { sectionWords } from '#desk/sections/section-words.ts';

/** What the sections of keys and webhooks say. */
export const machineWords = sectionWords<typeof en>({ en, ru, uz });
