import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/calendar/en.ts';

export const uz: CatalogOf<typeof en> = {
  'closed.name': '{vendor} qoʻllab-quvvatlash xizmati ishlamaydi',
  'kind.holiday': 'Bayram kuni',
  'kind.transferred': 'Koʻchirilgan dam olish kuni',
  'kind.additional': 'Qoʻshimcha ishlanmaydigan kun',
  'kind.working-weekend': 'Ish kuniga aylantirilgan dam olish kuni',
  'kind.shortened': 'Qisqartirilgan ish kuni',
};
