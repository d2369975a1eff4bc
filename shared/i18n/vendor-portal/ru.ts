import type { VendorPortalCatalog } from '#shared/i18n/vendor-portal/en.ts';

export const ru: VendorPortalCatalog = {
  'by.requester': 'Заявитель',
  'by.desk': 'Служба поддержки',
  'request.link': 'На рабочем месте: {link}',
  files: 'Файлы: {names}',
  'handed.to': 'Кому передано: {to}',
  'handed.reason': 'Причина: {reason}',
  'handed.reference': 'Обращение: {number}',
  'erased.title': '{number}: стёрто',
  'erased.text': 'Слова этого обращения стёрты.',
  'note.comment': 'Комментарий в Битрикс24, сотрудник {person}:',
  'note.taskComment': 'Сказано в Битрикс24 в задаче {task}, сотрудник {person}:',
  'note.done': 'Задача {task} в Битрикс24 завершена.',
  'note.stage': 'Элемент {item} в Битрикс24 перешёл на стадию {stage}.',
};
