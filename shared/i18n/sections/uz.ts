import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/sections/en.ts';

export const uz: CatalogOf<typeof en> = {
  'group.knowledge': 'Bilimlar',
  'group.versions': 'Versiyalar',
  'group.news': 'Yangiliklar',
  'group.proof': 'Xizmat',
  'group.machines': 'Dasturlar',

  'section.articles': 'Maqolalar',
  'section.messages': 'Yozishmalardan qidirish',
  'section.releases': 'Relizlar',
  'section.known-problems': 'Maʼlum muammolar',
  'section.advisories': 'Zaifliklar',
  'section.announcements': 'Eʼlonlar',
  'section.surveys': 'Soʻrovlar',
  'section.checks': 'Tekshiruvlar',
  'section.statements': 'Xizmat hisobotlari',
  'section.api-keys': 'API kalitlari',
  'section.webhooks': 'Vebhuklar',

  'sections.label': 'Boʻlimlar',
  'sections.choose': 'Boʻlim',
  'sections.failed': 'Boʻlim yuklanmadi',
  'sections.failedMore': 'Hech narsa yoʻqolmadi. Aloqani tekshirib, qayta urining.',
  'form.restored': 'Bu yerda avval yozganingiz.',
  'form.discard': 'Qaytadan boshlash',
  'list.more': 'Yana koʻrsatish',
  'list.stale': 'Roʻyxat yangilanmadi, eskirgan boʻlishi mumkin.',
  'list.failed': 'Roʻyxat yuklanmadi',
  'item.failed': 'Bu yuklanmadi',
  'item.back': 'Roʻyxatga qaytish',
};
