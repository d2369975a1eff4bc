import type { MailCatalog } from '#shared/i18n/mail/en.ts';

export const uz: MailCatalog = {
  'opened.subject': '{number} qabul qilindi',
  'opened.text': '{number} murojaatingiz qabul qilindi.',
  'opened.due': 'Birinchi javob {due} gacha ({zone}) — {clause}-band.',
  'opened.no_due': 'Reglament birinchi javob muddatini belgilamaydi — {clause}-band.',
  'replied.subject': '{number}: javob',
  'asked.subject': '{number}: sizga savol',
  'access.subject': '{number}: kirish huquqi kerak',
  'access.text':
    '{number} murojaati boʻyicha mutaxassisga kirish huquqi kerak. U faqat alohida shaklda qabul qilinadi: parollarni xat va xabarlarda yozmang.',
  'resolved.subject': '{number} hal qilindi',
  'resolved.text': '{number} murojaati hal qilindi. Muammo qolgan boʻlsa, murojaatga javob yozing.',
  'meeting.subject': '{number}: onlayn uchrashuv',
  'meeting.text': 'Sizni {number} murojaatingiz boʻyicha onlayn uchrashuvga taklif qilamiz.',
  'meeting.when': 'Qachon: {at} ({zone}).',
  'meeting.yours': 'Sizning vaqtingiz: {at}.',
  'meeting.length': 'Taxminan {minutes} daqiqa davom etadi. Havola:',
  'meeting.off_subject': '{number}: onlayn uchrashuv bekor qilindi',
  'meeting.off_text': '{number} murojaatingiz boʻyicha onlayn uchrashuv bekor qilindi.',
  'closed.subject': '{number} yopildi',
  'closed.text': '{number} murojaatingiz yechimsiz yopildi.',
  'reminded.subject': '{number}: javobingizni kutyapmiz',
  'reminded.text':
    '{number} murojaati javobingizni kutmoqda. Murojaatda javob yozing yoki u endi kerak emasligini ayting.',
  'survey.subject': '{name} qoʻllab-quvvatlashidan mamnunmisiz?',
  'survey.text': 'Ikkita qisqa savolga javob bering: {link}',
  'survey.stop': 'Boshqa soʻrovnoma yubormaslik: {stop}',
  edition: 'Reglament: {edition}.',
};
