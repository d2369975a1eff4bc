import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/person/en.ts';

export const uz: CatalogOf<typeof en> = {
  'person.title': 'Shaxsiy maʼlumotlar',
  'person.export': 'Maʼlumotlarni yuklab olish',
  'person.exported': 'Bu odamning maʼlumotlari yuklab olinganlar orasida.',
  'person.erase': 'Oʻchirish',
  'person.erased': 'Odamning maʼlumotlari oʻchirilgan',
  'person.eraseTitle': 'Maʼlumotlarni butunlay oʻchirish',
  'person.note':
    'Ismi, manzillari va telefoni, barcha murojaatlaridagi soʻzlar va fayllar, soʻrovlarga javoblari yoʻqoladi. Murojaat raqamlari, soʻzlarsiz jurnal va xizmat hisobotlaridagi izlar qoladi. Ortga qaytarib boʻlmaydi.',
  'person.reason': 'Sababi',
  'person.reason.asked': 'Odamning oʻzi soʻradi',
  'person.reason.ended': 'Shartnoma tugadi',
  'person.reason.mistake': 'Maʼlumotlar bu yerga yanglish tushgan',
  'person.confirm': 'Tasdiqlash uchun shu murojaat raqamini yozing',
};
