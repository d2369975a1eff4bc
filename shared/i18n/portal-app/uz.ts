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
  deal: 'Bitim',
  license: 'Tarif',
  unknown: 'Koʻrsatilmagan',
  tokensStay: 'Portal kirish kalitlari mutaxassislarga berilmaydi.',
  noFrame: 'Portal javob bermayapti. Yozganingiz saqlanadi, uni baribir yuborish mumkin.',
};
