import type { PortalInstallCatalog } from '#shared/i18n/portal-install/en.ts';

export const uz: PortalInstallCatalog = {
  tokensStay: 'Portal kirish kalitlari mutaxassislarga berilmaydi.',
  install: '{name} yordamini oʻrnatish',
  installText:
    'Ilova shu portalning barcha xodimlariga «Yordam» bandini qoʻshadi. Murojaatlarni ishlab chiquvchi oladi; javob berish qoidalari ochiq.',
  policy: 'Tartibni oʻqish',
  places: 'Qayerdan topiladi:',
  'place.own': 'portal menyusidagi ilova sahifasi',
  'place.USER_PROFILE_MENU': 'har bir xodim menyusi, istalgan sahifada',
  'place.REST_APP_URI': 'xabarlardagi havolalar: murojaatning oʻziga',
  'place.CRM_DEAL_DETAIL_TAB': 'bitim kartasi: uning raqami va nomi murojaat bilan birga ketadi',
  contract: 'Yordam shartnomasi',
  'contract.number': 'Shartnoma bor',
  'contract.none': 'Shartnoma yoʻq',
  'contract.label': 'Shartnoma raqami',
  'contract.checked':
    'Raqamni mutaxassis solishtiradi. Ungacha murojaatlar shartnomasiz hisoblanadi.',
  'contract.lacks': 'Raqamni yozing yoki shartnoma yoʻqligini tanlang.',
  'contract.later': 'Raqamni keyin ham aytish mumkin: ilova sahifasida.',
  'contract.free': 'Ilova shartnomasiz ham ishlaydi.',
  'contract.effect.promise':
    'Shartnomasiz murojaatlar ham xuddi shunday qabul qilinadi: {clause}-band.',
  'contract.effect.register_and_inform':
    'Shartnomasiz murojaatlar roʻyxatga olinadi va nima yetishmasligi aytiladi: {clause}-band.',
  'contract.effect.contract_route':
    'Tartibning {clause}-bandiga koʻra murojaatlar boʻyicha yordam uchun shartnoma kerak.',
  'contract.ask': 'Shartnoma soʻrash',
  'contract.confirmed': '{number} yordam shartnomasi shu portal uchun tasdiqlangan.',
  'contract.refused': '{number} raqami tasdiqlanmadi.',
  'contract.unsent': 'Raqam yuborilmadi, u maydonda qoldi. Ilovani usiz ham oʻrnatish mumkin.',
  'contract.withoutIt': 'Raqamsiz yakunlash',
  finish: 'Oʻrnatishni yakunlash',
  finishing: 'Yakunlanmoqda…',
  notAdmin:
    'Ilovani faqat portal administratori oʻrnata oladi. Undan shu sahifani bir marta ochishni soʻrang.',
  placeFailed: 'Portal qabul qilmadi:',
  withoutRest:
    'Bu portal tarifi ilovalarni maʼlumotlariga qoʻymaydi. Ilova oʻz sahifasidan ishlaydi; xodimlar ismi oʻzi qoʻyilmaydi.',
  deaf: 'Portal ilovaga oʻzgarishlarni aytmaydi. Ilova ularni ochilganda bilib oladi.',
  again: 'Yana urinib koʻrish',
  asItIs: 'Bularsiz yakunlash',
  slow: 'Portal {count} soniyadan beri javob bermayapti. Sahifa oʻzgarmasa, uni yangilang: hech narsa ikki marta bajarilmaydi.',
};
