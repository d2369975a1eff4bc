import type { VendorPortalCatalog } from '#shared/i18n/vendor-portal/en.ts';

export const uz: VendorPortalCatalog = {
  'by.requester': 'Murojaat qiluvchi',
  'by.desk': 'Qoʻllab-quvvatlash xizmati',
  'request.link': 'Ish oʻrnida: {link}',
  files: 'Fayllar: {names}',
  'handed.to': 'Kimga topshirildi: {to}',
  'handed.reason': 'Sabab: {reason}',
  'handed.reference': 'Murojaat: {number}',
  'erased.title': '{number}: oʻchirilgan',
  'erased.text': 'Bu murojaatning soʻzlari oʻchirilgan.',
  'note.comment': 'Bitrix24 dagi izoh, xodim {person}:',
  'note.taskComment': 'Bitrix24 dagi {task}-vazifada aytildi, xodim {person}:',
  'note.done': 'Bitrix24 dagi {task}-vazifa bajarildi.',
  'note.stage': 'Bitrix24 dagi {item}-element {stage} bosqichiga oʻtdi.',
};
