import type { PortalPaymentCatalog } from '#shared/i18n/portal-payment/en.ts';

export const uz: PortalPaymentCatalog = {
  'payment.trial': {
    one: 'Sinov davri: {count} kun qoldi',
    other: 'Sinov davri: {count} kun qoldi',
  },
  'payment.trialOpen': 'Sinov davri',
  'payment.trialLast': 'Sinov davri: oxirgi kun',
  'payment.trial_ended': 'Sinov davri tugadi',
  'payment.ending': {
    one: 'Obuna {count} kundan keyin tugaydi',
    other: 'Obuna {count} kundan keyin tugaydi',
  },
  'payment.endingLast': 'Obuna bugun tugaydi',
  'payment.ended': 'Obuna tugadi',
};
