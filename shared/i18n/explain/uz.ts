import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from './en.ts';

/** Why a regulation decided what it decided, in Uzbek. */
export const uz: CatalogOf<typeof en> = {
  'clause.ref': '{clause}-band',

  'due.by': 'Birinchi javob {due} gacha ({zone}) — {clause}.',
  'target.businessDay': { one: 'Muddat — {count} ish kuni.', other: 'Muddat — {count} ish kuni.' },
  'target.businessHour': {
    one: 'Muddat — {count} soat ish vaqti.',
    other: 'Muddat — {count} soat ish vaqti.',
  },
  'target.businessMinute': {
    one: 'Muddat — {count} daqiqa ish vaqti.',
    other: 'Muddat — {count} daqiqa ish vaqti.',
  },
  'reading.clamped':
    'Ish kuni — keyingi ish kunining shu soatigacha, lekin yopilishidan kech emas.',
  'reading.wholeDays': {
    one: 'Kun ochilishdan boshlanadi, shuning uchun yopilguncha toʻliq hisoblanadi.',
    other: 'Kunlar ochilishdan boshlanadi, shuning uchun oxirgisi yopilguncha toʻliq hisoblanadi.',
  },
  'reading.sameClockRoll':
    'Ish kuni — keyingi ish kunining shu soatigacha, bu soatda yopiq boʻlsa, keyingi ochilishgacha.',
  'reading.endOfDay': 'Ish kuni — keyingi ish kuni yopilguncha.',
  'reading.businessHours': {
    one: 'Ish kuni {count} ish soati sifatida hisoblanadi.',
    other: 'Ish kuni {count} ish soati sifatida hisoblanadi.',
  },
  'start.atOnce': '{received} da, ish vaqtida qabul qilingan: muddat shu paytdan boshlanadi.',
  'start.later':
    '{received} da, ish vaqtidan tashqari qabul qilingan: muddat {start} dan boshlanadi.',
  'counted.spans': 'Hisoblandi: {spans}; jami {total}.',
  'counted.days': {
    one: 'Ish kunlari: {days}, jami {count}.',
    other: 'Ish kunlari: {days}, jami {count}.',
  },
  'span.day': '{day} {hours}',
  'span.days': '{first} – {last}, har kuni {hours}',
  skipped: 'Hisobga kirmadi: {days}.',
  'skipped.holiday': { one: '{days} — bayram', other: '{days} — bayram' },
  'skipped.day_off': { one: '{days} — dam olish kuni', other: '{days} — dam olish kunlari' },
  'skipped.transferred': {
    one: '{days} — koʻchirilgan dam olish kuni',
    other: '{days} — koʻchirilgan dam olish kunlari',
  },
  'skipped.additional': {
    one: '{days} — qoʻshimcha dam olish kuni',
    other: '{days} — qoʻshimcha dam olish kunlari',
  },
  'skipped.named': '{days} — {name}',
  paused: 'Soat toʻxtab turdi: {pauses}.',
  calendar: 'Taqvim: {calendar}.',
  'calendars.uz-five-day': 'Oʻzbekiston, besh kunlik hafta',
  'calendars.uz-six-day': 'Oʻzbekiston, olti kunlik hafta',
  'calendars.ru-production': 'Rossiya ishlab chiqarish taqvimi',
  estimated: 'Bu kunlar taqvimi hali yakuniy emas, shuning uchun muddat — taxmin.',
  edition: '{edition} tahriri.',
  'edition.undated': 'Sanasiz tahrir, {date} da oʻqilgan.',
  'edition.early': 'Murojaat bu tahrir kuchga kirguncha kelgan, baribir shu tahrir hal qiladi.',

  'unstated.hours_not_stated':
    'Reglamentda ish vaqti koʻrsatilmagan, shuning uchun javob muddatini aytib boʻlmaydi — {clause}.',
  'unstated.term_not_stated': 'Reglament birinchi javob muddatini belgilamagan — {clause}.',
  'unstated.calendar_missing':
    'Hisoblanishi kerak boʻlgan yil taqvimi yoʻq, shuning uchun muddat vaʼda qilinmagan — {clause}.',
  'unstated.contract_sets_term': 'Birinchi javob muddatini shartnoma belgilaydi — {clause}.',
  'unstated.level_unknown': 'Muddat yordam darajasiga bogʻliq, daraja esa nomaʼlum — {clause}.',
  'unstated.awaiting_channel': 'Muddat xabar rasmiy kanalga kelgach boshlanadi — {clause}.',
  'unstated.contract_needed': 'Avval shartnoma kerak; muddat boshlanmaydi — {clause}.',
  'unstated.not_covered': 'Bu murojaat qiluvchiga yordam vaʼda qilinmagan; muddat yoʻq — {clause}.',

  'entitlement.entitled': 'Yordam huquqi tasdiqlangan — {clause}.',
  'entitlement.entitledUntil': 'Yordam huquqi {until} gacha tasdiqlangan — {clause}.',
  'entitlement.lapsed': 'Yordam huquqi tugagan — {clause}.',
  'entitlement.lapsedOn': 'Yordam huquqi {until} kuni tugagan — {clause}.',
  'entitlement.missing': 'Yordam huquqi topilmadi — {clause}.',
  'entitlement.unverified': 'Yordam huquqi hali tasdiqlanmagan — {clause}.',
  'effect.promise': 'Murojaat shu qoidalar boʻyicha, lekin kafolatsiz yuritiladi.',
  'effect.register_and_inform': 'Murojaat roʻyxatga olinadi va bu murojaat qiluvchiga aytiladi.',
  'effect.contract_route': 'Murojaat qiluvchiga shartnomani qayerdan soʻrash koʻrsatiladi.',
  'guarantee.holds': 'Bu yerda yordam iltifot emas, vaʼda — {clause}.',
  'guarantee.fields': 'Bularsiz yordam vaʼda emas, iltifot: {fields} — {clause}.',
  'guarantee.none': 'Bu yerda yordam vaʼda emas, iltifot — {clause}.',
  missing: 'Murojaatda yetishmaydi: {fields}.',
  'scope.in': 'Masala yordamga kiradi — {clause}.',
  'scope.out': '{reason} — {clause}.',
  'route.official': 'Rasmiy kanal: {channel} — {clause}.',
  'route.bridge': 'Murojaat hali rasmiy kanalga kelishi kerak: {channel} — {clause}.',
  'route.contract': 'Shartnoma shu yerda soʻraladi: {channel} — {clause}.',
  rights: 'Mutaxassis haqli: {rights}.',
  'right.refuse': 'rad etish — {clause}',
  'right.ask_missing': 'yetishmaganini soʻrash — {clause}',
  'right.handle_out_of_turn': 'navbatsiz olish — {clause}',
  'channel.widget': 'shu shakl',
  'channel.mail': 'pochta',
  'channel.telegram': 'Telegram',
  'channel.whatsapp': 'WhatsApp',
  'channel.phone': 'telefon',
  'channel.bitrix24': 'Bitrix24',
};
