/** Enough of an address to recognise it, not enough to use it: `a•••@namuna.example`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${[...email][0]}•••${email.slice(at)}`;
}

/** The last two digits of a phone number stay: `••• 12`. */
export const maskPhone = (phone: string): string => `••• ${phone.replace(/\D/g, '').slice(-2)}`;
