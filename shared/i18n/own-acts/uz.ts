import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/own-acts/en.ts';

export const uz: CatalogOf<typeof en> = {
  'told.escalated': 'Mutaxassislarga topshirildi',
  'told.newsBy': 'Mutaxassislarga topshirildi. Sizga {time} gacha yozamiz',
  'told.eta': 'Mutaxassislarga topshirildi. Batafsil {time} gacha bilasiz',
  'told.release': '{date} kungi relizga kiradi',
  'told.releaseVersion': '{date} kungi relizga kiradi, versiya {version}',
  'told.deferred': 'Qoldirildi: {reason}',
  'acts.label': 'Murojaat bilan nima qilish mumkin',
  'acts.solved': 'Hammasi hal boʻldimi?',
  'act.yes': 'Ha, hal boʻldi',
  'act.no': 'Yoʻq, hal boʻlmadi',
  'act.withdraw': 'Murojaatni qaytarib olish',
  'act.appeal': 'Shikoyat qilish',
  'note.yes': 'Hal boʻlganini yozib qoʻyamiz va boshqa soʻramaymiz',
  'note.no': 'Mutaxassislar hal boʻlmaganini biladi va murojaatga qaytadi',
  'note.withdraw': 'Murojaat yopiladi, u boʻyicha ish toʻxtaydi',
  'note.appeal': 'Javob beradi: {to}. Yozganingizni mutaxassislar ham koʻradi',
  'appeal.words': 'Nimaga rozi emassiz',
  'acts.keep': 'Oʻzgarishsiz qoldirish',
  'acts.sending': 'Yuborilmoqda…',
  'acts.waiting': 'Hozircha javob yoʻq. Sahifani yopmang: imkon boʻlishi bilan yuboramiz.',
  'done.yes': 'Yozib qoʻydik: hal boʻldi',
  'done.no': 'Yozib qoʻydik: hal boʻlmadi',
  'done.withdraw': 'Murojaat qaytarib olindi',
  'done.appeal': 'Shikoyat yuborildi',
};
