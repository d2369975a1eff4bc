import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/capture/en.ts';

export const uz: CatalogOf<typeof en> = {
  exact: 'Aniq surat',
  record: 'Ekranni yozish',
  photo: 'Suratga olish',
  unmasked: 'Bu suratda hech narsa yopilmagan: yuborishdan oldin koʻrib chiqing',
  masked: 'Aniq suratda shaxsiy joylar yopilgan',
  noShare: 'Brauzer surat bermadi. Rasm qoʻying yoki fayl tanlang',
  notTaken: 'Sahifani suratga olib boʻlmadi. Suratni qoʻying yoki fayl tanlang',
  lost: 'Qayta yuklashda fayllar saqlanmadi: {names}. Kerak boʻlsa, yana qoʻshing',
  smaller: {
    one: '{count} ta katta surat kichraytirildi; olingan joyi va vaqti oʻchirildi',
    other: '{count} ta katta surat kichraytirildi; olingan joyi va vaqti oʻchirildi',
  },
  cleaned: {
    one: '{count} ta suratdan olingan joyi va vaqti oʻchirildi',
    other: '{count} ta suratdan olingan joyi va vaqti oʻchirildi',
  },
  heic: 'HEIC bu yerda ochilmaydi: suratni JPEG koʻrinishida yuboring, iPhone kamerasi formatlarida eng mos turini tanlang',
  recording: 'Yozuv {time} / {most}, {size} MB / {limit}',
  recordsAll: 'Koʻringan hamma narsa yoziladi, shaxsiysi ham',
  stop: 'Tugatish va biriktirish',
  cancel: 'Saqlamaslik',
  recorded: 'Yozildi: {time}, {size} MB',
  notRecorded: 'Brauzer ekranni yozmadi. Videoni fayl qilib tanlang',
};
