import { en } from '#shared/i18n/section-portals/en.ts';
import { ru } from '#shared/i18n/section-portals/ru.ts';
import { uz } from '#shared/i18n/section-portals/uz.ts';
import { sectionWords } from '#desk/sections/section-words.ts';

/** What the section of customers' portals says. */
export const portalWords = sectionWords<typeof en>({ en, ru, uz });
export type SayPortals = ReturnType<typeof portalWords>;
