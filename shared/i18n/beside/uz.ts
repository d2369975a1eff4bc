import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/beside/en.ts';

export const uz: CatalogOf<typeof en> = {
  'view.appeals': 'Shikoyatlar',
  'view.contact': 'Bogʻlanish',
  'order.appeals': 'Rahbar koʻradi; avval muddati yaqini',
  'order.contact': 'Hal qilingan, natijasini soʻrash kerak; avval koʻproq kutgani',
  'queue.empty.appeals': 'Shikoyatlar yoʻq',
  'queue.empty.appealsMore': 'Shikoyat javob berilguncha shu yerda turadi.',
  'queue.empty.contact': 'Hech kim bilan bogʻlanish shart emas',
  'queue.empty.contactMore':
    'Natija soʻralganda javob bermagan yoki norozi qolganlar shu yerda turadi.',
  'owed.resolved': 'Hal qilindi {at}, xodim kutilmoqda',
  'owed.appealed': 'Kimga: {to}, {at} dan',
  'owed.due': '{at} gacha javob bering',
  'owed.late': 'javob {at} gacha kerak edi',
  'owed.finish': 'Bogʻlanildi',
  'owed.finished': '{number}: bogʻlanish yozildi',
  'mark.late': 'Muddati oʻtgan',
  'mark.soon': 'Muddati yaqin',
  'duty.clock': '{clock}: {at} gacha',
  'duty.clockLate': '{clock}: muddati {at} edi',
  'chip.takeUp': 'Olish kerak',
  'clock.label.soon': '{clock}, chorakdan kam qoldi: {value}',
  'call.title': 'Sizni chaqirishmoqda: {number}, oʻta muhim',
  'call.by': '{at} gacha oling',
  'call.open': 'Ochish',
  'call.take': 'Men olaman',
  'call.taken': '{number} endi sizda',
  'banner.called': 'Chaqirilganlar: {names}',
  'banner.nextCall': 'keyingisi {at} da',
};
