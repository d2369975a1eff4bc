import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/reference/en.ts';

export const ru: CatalogOf<typeof en> = {
  title: 'API Reglament',
  about:
    'Всё, что делают рабочее место и виджет, могут делать и программы. Назначение операций описано по-английски.',
  document: 'Целиком, в формате OpenAPI 3.1',
  keys: 'Ключ выпускают на рабочем месте, в разделе «Ключи API». Он начинается с rgk_ и передаётся в заголовке Authorization: Bearer.',
  hooks:
    'Вебхуки подписаны по Standard Webhooks: их проверит любая библиотека с этим именем. У одного события всегда один и тот же webhook-id.',
  find: 'Найти операцию',
  language: 'Язык',
  groups: 'Разделы API',
  none: 'Операций с такими словами нет.',
  shown: {
    one: '{count} операция',
    few: '{count} операции',
    many: '{count} операций',
    other: '{count} операции',
  },
  access: 'Кто может вызвать',
  open: 'Кто угодно',
  agent: 'Специалист, вошедший на рабочее место',
  machine: 'Ключ с разрешением {scope}',
  requester: 'Заявитель, по токену продукта',
  guest: 'Гость, по токену приглашения',
  parameters: 'Параметры',
  required: 'обязательно',
  sends: 'Что передать',
  answers: 'Что придёт в ответ',
  loading: 'Справочник загружается',
  failed: 'Справочник не загрузился',
  failedMore: 'Сервер не ответил. Обновите страницу.',
};
