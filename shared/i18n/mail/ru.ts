import type { MailCatalog } from '#shared/i18n/mail/en.ts';

export const ru: MailCatalog = {
  'opened.subject': '{number} принято',
  'opened.text': 'Ваше обращение {number} принято.',
  'opened.due': 'Первый ответ до {due} ({zone}) — п. {clause}.',
  'opened.no_due': 'Срок первого ответа регламент не устанавливает — п. {clause}.',
  'replied.subject': '{number}: ответ',
  'asked.subject': '{number}: вопрос к вам',
  'access.subject': '{number}: нужен доступ',
  'access.text':
    'По обращению {number} специалисту нужен доступ. Его принимает только отдельная форма: не пишите пароли в письмах и сообщениях.',
  'resolved.subject': '{number} решено',
  'resolved.text': 'Обращение {number} решено. Если проблема осталась, ответьте в обращении.',
  'meeting.subject': '{number}: онлайн-встреча',
  'meeting.text': 'Приглашаем на онлайн-встречу по обращению {number}.',
  'meeting.when': 'Когда: {at} ({zone}).',
  'meeting.yours': 'Ваше время: {at}.',
  'meeting.length': 'Продлится около {minutes} мин. Ссылка:',
  'meeting.off_subject': '{number}: онлайн-встреча отменена',
  'meeting.off_text': 'Онлайн-встреча по обращению {number} отменена.',
  'closed.subject': '{number} закрыто',
  'closed.text': 'Обращение {number} закрыто без решения.',
  'reminded.subject': '{number}: ждём вашего ответа',
  'reminded.text':
    'Обращение {number} ждёт вашего ответа. Ответьте в обращении или сообщите, что оно больше не нужно.',
  'survey.subject': 'Довольны ли вы поддержкой {name}?',
  'survey.text': 'Ответьте, пожалуйста, на два коротких вопроса: {link}',
  'survey.stop': 'Больше не присылать опросы: {stop}',
  edition: 'Регламент: {edition}.',
};
