/**
 * Somebody's words where Bitrix24 reads BB-code. It has no way to write a bracket that is none of its markup: a wide
 * one stands for it.
 */
export const bbText = (words: string): string => words.replaceAll('[', '［').replaceAll(']', '］');
