import type { WatchCatalog } from '#shared/i18n/watch/en.ts';

export const uz: WatchCatalog = {
  'check.status': '{name}: javob {status}, kutilgani {expected}',
  'check.name': '{name}: nomi topilmayapti',
  'check.connection': '{name}: hech kim javob bermayapti',
  'check.tls': '{name}: himoyalangan aloqa oʻrnatilmayapti',
  'check.closed': '{name}: port yopiq',
  'check.chain': '{name}: sertifikat yolgʻiz keladi, oraliq sertifikatlarsiz',
  'check.issuer': '{name}: sertifikatga maʼlum markazlardan hech biri kafil emas',
  'check.expired': '{name}: sertifikat muddati tugagan',
  'check.other_name': '{name}: sertifikat boshqa nomga berilgan',
  'check.deadline': '{name}: vaqtida javob yoʻq',
  'check.redirects': '{name}: aylanma yoʻnaltirish',
  'check.refused': '{name}: bu manzil tekshirilmaydi',
  'silence.title': 'Kuzatuv jim',
  'silence.text': '{since} dan beri birorta tekshiruv natija bermadi.',
  'silence.one': '{name}: tekshiruv jim',
  'silence.oneText':
    '«{name}» tekshiruvi {since} dan beri natija bermadi. Boshqalari natija bermoqda.',
  'outage.title': 'Nosozlik: {name}',
  'outage.text': 'Nosozlikni payqadik ({name}) va uni bartaraf etyapmiz.',
};
