import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from './en.ts';

export const ru: CatalogOf<typeof en> = {
  'recorded.console': 'Консоль',
  'recorded.failedRequests': 'Сбои запросов',
  'recorded.trail': 'Действия',
  'recorded.lines': {
    one: '{count} строка',
    few: '{count} строки',
    many: '{count} строк',
    other: '{count} строки',
  },
  'recorded.noAnswer': 'нет ответа',

  'step.press': 'Нажать «{name}»',
  'step.pressNameless': 'Нажать ({role})',
  'step.fill': 'Заполнить «{name}»',
  'step.fillNameless': 'Заполнить поле ({role})',
  'step.go': 'Открыть страницу {name}',
};
