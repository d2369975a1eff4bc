import type { SurveyCatalog } from '#shared/i18n/survey/en.ts';

export const ru: SurveyCatalog = {
  title: 'Поддержка {name}',
  solved: 'Вопрос решён?',
  yes: 'Да',
  no: 'Нет',
  score: 'Насколько вы довольны?',
  scoreHint: '1 — совсем нет, 5 — полностью',
  comment: 'Что нам стоит знать?',
  send: 'Отправить',
  thanks: 'Спасибо, ваш ответ сохранён.',
  before: 'Вы уже ответили, спасибо.',
  gone: 'Такой ссылки нет, или она больше не действует.',
  stopTitle: 'Больше никаких опросов',
  stopText: 'Мы больше не пришлём вам опросов {name}.',
  stop: 'Не присылать опросы',
  stopped: 'Готово: опросов больше не будет.',
};
