import type { PortalStandingCatalog } from '#shared/i18n/portal-standing/en.ts';

export const uz: PortalStandingCatalog = {
  app: 'Ilova',
  version: '{version}-versiya',
  newer: '{version} chiqqan',
  fixes: 'Yangilarida nima tuzatilgan',
  'update.admin': 'Ilovani portal Marketida yangilash mumkin.',
  'update.other': 'Ilovani portal administratori Marketda yangilashi mumkin.',
  stays: 'Murojaatlar avvalgidek yuboriladi, yuborilgani yoʻqolmaydi.',
  'renew.admin': 'Portal Marketida uzaytirish mumkin.',
  'renew.other': 'Portal administratori Marketda uzaytirishi mumkin.',
  closed: 'Portal ilovani ochmay qoʻysa, boshqa yoʻl bilan yozing: ular shakl ostida aytilgan.',
};
