import { en } from '#shared/i18n/section-knowledge/en.ts';
import { ru } from '#shared/i18n/section-knowledge/ru.ts';
import { uz } from '#shared/i18n/section-knowledge/uz.ts';
import { sectionWords } from '#desk/sections/section-words.ts';

/** What the sections of articles and messages say. */
export const knowledgeWords = sectionWords<typeof en>({ en, ru, uz });
export type KnowledgeSay = ReturnType<typeof knowledgeWords>;
