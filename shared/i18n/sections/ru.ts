import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/sections/en.ts';

export const ru: CatalogOf<typeof en> = {
  'group.knowledge': 'Знания',
  'group.versions': 'Версии',
  'group.news': 'Новости',
  'group.proof': 'Служба',
  'group.machines': 'Программы',

  'section.articles': 'Статьи',
  'section.messages': 'Поиск по переписке',
  'section.releases': 'Выпуски',
  'section.known-problems': 'Известные проблемы',
  'section.advisories': 'Уязвимости',
  'section.announcements': 'Объявления',
  'section.surveys': 'Опросы',
  'section.checks': 'Проверки',
  'section.statements': 'Отчёты об услугах',
  'section.api-keys': 'Ключи API',
  'section.webhooks': 'Вебхуки',

  'sections.label': 'Разделы',
  'sections.choose': 'Раздел',
  'sections.failed': 'Раздел не загрузился',
  'sections.failedMore': 'Ничего не потеряно. Проверьте связь и повторите.',
  'form.restored': 'Здесь то, что вы писали раньше.',
  'form.discard': 'Начать заново',
  'list.more': 'Показать ещё',
  'list.stale': 'Список не обновился и мог устареть.',
  'list.failed': 'Список не загрузился',
  'item.failed': 'Это не загрузилось',
  'item.back': 'К списку',
};
