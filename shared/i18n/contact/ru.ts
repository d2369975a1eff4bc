import type { ContactCatalog } from '#shared/i18n/contact/en.ts';

export const ru: ContactCatalog = {
  'answer.not_official':
    'Здесь обращения не регистрируются (п. {clause}). Напишите туда, где их принимают: {ways}.',
  'answer.manager':
    'Менеджер обращения не регистрирует, и быстрее так не станет (п. {clause}). Напишите, пожалуйста, сюда: {ways}.',
  'answer.in_writing_only':
    'Такие обращения принимаются только письменно (п. {clause}). Отправьте его сюда: {ways}.',
  'way.form': 'форма, {link}',
  'way.channel': '{label}, {address}',
};
