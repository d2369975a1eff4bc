import { en as enDesk } from '#shared/i18n/desk-problems/en.ts';
import { ru as ruDesk } from '#shared/i18n/desk-problems/ru.ts';
import { uz as uzDesk } from '#shared/i18n/desk-problems/uz.ts';
import { en } from '#shared/i18n/problems/en.ts';
import { ru } from '#shared/i18n/problems/ru.ts';
import { uz } from '#shared/i18n/problems/uz.ts';

/** The sentences of every refusal, those of requesters and those of the desk. */
export const problems = {
  ru: { ...ru, ...ruDesk },
  uz: { ...uz, ...uzDesk },
  en: { ...en, ...enDesk },
} as const;
