import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/guest/en.ts';

export const uz: CatalogOf<typeof en> = {
  title: '{vendor} qoʻllab-quvvatlash xizmati',
  untitled: 'Qoʻllab-quvvatlash xizmati',
  who: 'Siz bu yerda mehmonsiz: {name}. Havola {date} gacha ishlaydi.',
  sees: 'Siz faqat shu murojaat yozishmasini koʻrasiz. Yozganingizni murojaat qiluvchi va mutaxassislar koʻradi.',
  zone: 'Bu yerdagi vaqt sizniki: {zone}.',
  thread: 'Yozishma',
  requester: 'Murojaat qiluvchi',
  agent: 'Mutaxassis',
  guest: 'Mehmon',
  hidden: 'Yashirilgan: parol yoki kalitga oʻxshaydi.',
  text: 'Xabaringiz',
  send: 'Xabar yuborish',
  sending: 'Yuborilmoqda',
  retrying: 'Server javob bermayapti. Matn saqlangan va oʻzi bir marta yuboriladi.',
  sent: 'Xabar yozishmada',
  loading: 'Yozishma yuklanmoqda',
  failed: 'Yozishma yuklanmadi',
  failedMore: 'Server javob bermadi. Sahifa oʻzi takrorlaydi.',
  gone: 'Bunday havola yoʻq yoki u endi amal qilmaydi',
  goneMore: 'Uni bergan odamdan yangisini soʻrang.',
};
