import { en } from '#shared/i18n/section-versions/en.ts';
import { ru } from '#shared/i18n/section-versions/ru.ts';
import { uz } from '#shared/i18n/section-versions/uz.ts';
import { sectionWords } from '#desk/sections/section-words.ts';

/** What the sections of versions, known problems and vulnerabilities say. */
export const versionWords = sectionWords<typeof en>({ en, ru, uz });
export type SayVersions = ReturnType<typeof versionWords>;
