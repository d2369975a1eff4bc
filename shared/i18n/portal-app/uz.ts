import type { PortalAppCatalog } from '#shared/i18n/portal-app/en.ts';

export const uz: PortalAppCatalog = {
  title: '{name} yordami',
  who: 'Kim murojaat qilmoqda',
  provenBy: 'Portal tasdiqlagan',
  unnamed: 'Portal xodimi',
  portal: 'Portal',
  address: 'Manzil',
  kind: 'Turi',
  cloud: 'Bulutda',
  box: 'Oʻz serverida',
  license: 'Tarif',
  version: 'Ilova versiyasi',
  unknown: 'Koʻrsatilmagan',
  tokensStay: 'Portal kirish kalitlari mutaxassislarga berilmaydi.',
  noFrame: 'Portal javob bermayapti. Yozganingiz saqlanadi, uni baribir yuborish mumkin.',
  install: '{name} yordamini oʻrnatish',
  installText:
    'Ilova shu portalning barcha xodimlariga «Yordam» bandini qoʻshadi. Murojaatlarni ishlab chiquvchi oladi; javob berish qoidalari ochiq.',
  policy: 'Tartibni oʻqish',
  places: 'Qayerdan topiladi: ilova sahifasi, har bir xodim menyusi, xabarlardagi havolalar.',
  finish: 'Oʻrnatishni yakunlash',
  finishing: 'Yakunlanmoqda…',
  notAdmin:
    'Ilovani faqat portal administratori oʻrnata oladi. Undan shu sahifani bir marta ochishni soʻrang.',
  placeFailed: 'Portal bandlarni qabul qilmadi: {places}. Ilova oʻz sahifasidan ishlaydi.',
  slow: 'Portal {count} soniyadan beri javob bermayapti. Sahifa oʻzgarmasa, uni yangilang: hech narsa ikki marta bajarilmaydi.',
};
