import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/reference/en.ts';

export const uz: CatalogOf<typeof en> = {
  title: 'Reglament API',
  about:
    'Ish joyi va vidjet qiladigan hamma ishni dasturlar ham qila oladi. Amallarning vazifasi inglizcha yozilgan.',
  document: 'Toʻliq holda, OpenAPI 3.1 koʻrinishida',
  keys: 'Kalit ish joyida, “API kalitlari” boʻlimida beriladi. U rgk_ bilan boshlanadi va Authorization: Bearer sarlavhasida yuboriladi.',
  hooks:
    'Vebhuklar Standard Webhooks boʻyicha imzolanadi: ularni shu nomdagi istalgan kutubxona tekshiradi. Bitta voqeaning webhook-id qiymati doim bir xil.',
  find: 'Amalni topish',
  language: 'Til',
  groups: 'API boʻlimlari',
  none: 'Bunday soʻzlar bilan amal yoʻq.',
  shown: { one: '{count} ta amal', other: '{count} ta amal' },
  access: 'Kim chaqira oladi',
  open: 'Har kim',
  agent: 'Ish joyiga kirgan mutaxassis',
  machine: '{scope} ruxsatli kalit',
  requester: 'Murojaat qiluvchi, mahsulot tokeni bilan',
  guest: 'Mehmon, taklif tokeni bilan',
  parameters: 'Parametrlar',
  required: 'majburiy',
  sends: 'Nima yuboriladi',
  answers: 'Javobda nima keladi',
  loading: 'Maʼlumotnoma yuklanmoqda',
  failed: 'Maʼlumotnoma yuklanmadi',
  failedMore: 'Server javob bermadi. Sahifani yangilang.',
};
