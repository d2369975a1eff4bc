/** A name without characters that nobody sees: one of them lets `photo\u202Egpj.exe` look like a picture. */
export const shownName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, '');
