import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { translator } from '#shared/i18n/catalog.ts';
import { en as deskEn } from '#shared/i18n/desk/en.ts';
import { ru as deskRu } from '#shared/i18n/desk/ru.ts';
import { uz as deskUz } from '#shared/i18n/desk/uz.ts';
import { en } from '#shared/i18n/vendor-portal/en.ts';
import { ru } from '#shared/i18n/vendor-portal/ru.ts';
import { uz } from '#shared/i18n/vendor-portal/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';

const catalogs = withCyrillic({ en, ru, uz });
const deskCatalogs = withCyrillic({ en: deskEn, ru: deskRu, uz: deskUz });

/** What is written into a vendor's own portal, and what comes from there, in one language. */
export const vendorPortalWords = (locale: Locale) => translator(locale, catalogs[locale]);

/** Statuses and severities as the desk names them. */
export const deskNames = (locale: Locale) => translator(locale, deskCatalogs[locale]);
