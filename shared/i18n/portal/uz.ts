import type { PortalCatalog } from '#shared/i18n/portal/en.ts';

export const uz: PortalCatalog = {
  outside: 'Bu sahifa Bitrix24 portali ichida ochiladi: menyudan yoki ilova kartochkasidan.',
  malformed: 'Portal bu sahifa oʻqiy olmaydigan narsani yubordi. Ilovani menyudan yana oching.',
  foreign: 'Sahifani u nomlagan portal emas, boshqa sayt ochdi. Ilovani portal menyusidan oching.',
  unproven: 'Portal kirishi tugagan yoki u bu ilova uchun emas. Ilovani menyudan yana oching.',
  notInstalled:
    'Ilova oxirigacha oʻrnatilmagan. Portal administratori uni bir marta ochib, oʻrnatishni yakunlaydi.',
  payment:
    'Bu portalda ilova obunasi tugagan. Avvalgi murojaatlar qoladi; obunani administrator uzaytira oladi.',
  unavailable:
    'Bitrix24 kirish serverlari javob bermayapti, shuning uchun hozir kim yozayotganini bilib boʻlmaydi. Ilovani bir daqiqadan soʻng oching.',
  tooMany:
    'Ilova bu yerdan juda tez-tez ochilyapti. Bir daqiqa kuting va yana oching; ochiq sahifalar ishlayveradi.',
  otherWays: 'Murojaat qilishning boshqa yoʻllari',
  noApp: 'Bu ishlab chiquvchining Bitrix24 uchun ilovasi yoʻq.',
  code: 'Kod: {code}',
  title: '{name} yordami',
};
