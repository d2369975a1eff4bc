import { cyrillicCatalog } from '#shared/i18n/cyrillic.ts';
import { uz } from '#shared/i18n/portal-payment/uz.ts';

/** The Uzbek catalog in Cyrillic letters. */
const uzCyrl = cyrillicCatalog(uz);
export { uzCyrl as 'uz-Cyrl' };
