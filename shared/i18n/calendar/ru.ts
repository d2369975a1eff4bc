import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/calendar/en.ts';

export const ru: CatalogOf<typeof en> = {
  'closed.name': 'Поддержка {vendor} не работает',
  'kind.holiday': 'Праздничный день',
  'kind.transferred': 'Перенесённый выходной',
  'kind.additional': 'Дополнительный нерабочий день',
  'kind.working-weekend': 'Рабочий выходной',
  'kind.shortened': 'Сокращённый рабочий день',
};
