import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/person/en.ts';

export const ru: CatalogOf<typeof en> = {
  'person.title': 'Личные данные',
  'person.export': 'Выгрузить данные',
  'person.exported': 'Данные этого человека в ваших загрузках.',
  'person.erase': 'Стереть',
  'person.erased': 'Данные человека стёрты',
  'person.eraseTitle': 'Стереть данные навсегда',
  'person.note':
    'Исчезнут имя, адреса и телефон, слова и файлы всех его обращений, ответы на опросы. Останутся номера обращений, журнал без слов и отпечатки в отчётах об услугах. Отменить нельзя.',
  'person.reason': 'Почему',
  'person.reason.asked': 'Человек попросил об этом',
  'person.reason.ended': 'Договор закончился',
  'person.reason.mistake': 'Данные попали сюда по ошибке',
  'person.confirm': 'Чтобы подтвердить, напишите номер этого обращения',
};
