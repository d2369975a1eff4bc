import { en } from '#shared/i18n/reach/en.ts';
import type { Words } from '#desk/text/words.ts';

/** Why an address was not reached; a reason that a newer server has found stands as it came. */
export function reasonIn({ say }: Pick<Words, 'say'>, reason: string): string {
  const key = `reason.${reason}`;
  return key in en ? say(key as keyof typeof en) : reason;
}
