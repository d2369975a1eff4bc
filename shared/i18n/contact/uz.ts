import type { ContactCatalog } from '#shared/i18n/contact/en.ts';

export const uz: ContactCatalog = {
  'answer.not_official':
    'Bu yerda murojaatlar roʻyxatga olinmaydi ({clause}-band). Ular qabul qilinadigan joyga yozing: {ways}.',
  'answer.manager':
    'Menejer murojaatlarni roʻyxatga olmaydi va bu ishni tezlashtirmaydi ({clause}-band). Iltimos, bu yerga yozing: {ways}.',
  'answer.in_writing_only':
    'Bunday murojaatlar faqat yozma qabul qilinadi ({clause}-band). Uni bu yerga yuboring: {ways}.',
  'way.form': 'shakl, {link}',
  'way.channel': '{label}, {address}',
};
