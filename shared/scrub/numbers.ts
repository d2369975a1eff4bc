/** Checks of numbers that name one person, one firm or one card; each takes digits alone. */

const sumOf = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);

/** Check digit of a bank card; 13 digits are a barcode today. @see ISO/IEC 7812-1 */
export function isCard(digits: string): boolean {
  if (!/^[2-689]\d{13,18}$/.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Account by its two check digits; spaces are left out. @see ISO 13616 */
export function isIban(account: string): boolean {
  const text = account.replace(/ /g, '');
  const turned = text.slice(4) + text.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** ПИНФЛ of Uzbekistan, 14 digits: century and sex, then day, month and year of birth. */
export const isPinfl = (digits: string): boolean =>
  /^[1-6](0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{9}$/.test(digits);

const innWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8] as const;

/** ИНН of Russia by its check digits: 10 of a firm, 12 of a person. */
export function isRussianInn(digits: string): boolean {
  const checks = (length: number) =>
    (sumOf(digits, innWeights.slice(-length)) % 11) % 10 === Number(digits[length]);
  if (digits.length === 10) return checks(9);
  return digits.length === 12 && checks(10) && checks(11);
}

/** СНИЛС of Russia, 11 digits, by the two that check the others. */
export function isSnils(digits: string): boolean {
  if (digits.length !== 11) return false;
  return (sumOf(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(digits.slice(9));
}
