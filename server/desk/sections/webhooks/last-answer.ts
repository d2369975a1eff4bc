import { en } from '#shared/i18n/reach/en.ts';
import { machineWords } from '#desk/sections/machines/machine-words.ts';
import type { Words } from '#desk/text/words.ts';

/** What came of the last attempt to tell a receiver. @param code `http_503`, or why there was no answer */
export function lastAnswer(words: Words, code: string): string {
  const say = machineWords(words.locale);
  const [, status] = /^http_(\d+)$/.exec(code) ?? [];
  if (status !== undefined) return say('deliveries.status', { status });
  if (code === 'held') return say('deliveries.held');
  const reason = `reason.${code}`;
  return reason in en
    ? say('deliveries.noAnswer', { reason: words.say(reason as keyof typeof en) })
    : say('deliveries.unknown');
}
