/** Somebody's words where BB-code is read: their brackets stay brackets. */
export const bbText = (words: string): string =>
  words.replaceAll('[', '&#91;').replaceAll(']', '&#93;');
