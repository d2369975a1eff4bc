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
  edition: 'Регламент: {edition}.',
};
