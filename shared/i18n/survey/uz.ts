import type { SurveyCatalog } from '#shared/i18n/survey/en.ts';

export const uz: SurveyCatalog = {
  title: '{name} qoʻllab-quvvatlash xizmati',
  solved: 'Masala hal boʻldimi?',
  yes: 'Ha',
  no: 'Yoʻq',
  score: 'Qanchalik mamnunsiz?',
  scoreHint: '1 — umuman mamnun emas, 5 — toʻliq mamnun',
  comment: 'Nimani bilishimiz kerak?',
  optional: 'xohlasangiz',
  missing: 'Hali saqlanmadi: oxirgisidan boshqa har bir savolga javob kerak.',
  secret: 'Saqlanmadi: matnda parol yoki kalitga oʻxshash narsa bor. Usiz yozing.',
  send: 'Yuborish',
  thanks: 'Rahmat, javobingiz saqlandi.',
  before: 'Siz allaqachon javob bergansiz, rahmat.',
  gone: 'Bunday havola yoʻq yoki u endi amal qilmaydi.',
  stopTitle: 'Boshqa soʻrovnoma yoʻq',
  stopText: 'Sizga {name} soʻrovnomalarini boshqa yubormaymiz.',
  stop: 'Soʻrovnoma yubormang',
  stopped: 'Tayyor: boshqa soʻrovnoma boʻlmaydi.',
};
