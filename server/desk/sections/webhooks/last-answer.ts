import { en } from '#shared/i18n/section-service/en.ts';
import { machineWords } from '#desk/sections/machines/machine-words.ts';
import { serviceWords } from '#desk/sections/service/service-words.ts';
import type { Words } from '#desk/text/words.ts';

/** What came of the last attempt to tell a receiver. @param code `http_503`, or why there was no answer */
export function lastAnswer({ locale }: Words, code: string): string {
  const say = machineWords(locale);
  const [, status] = /^http_(\d+)$/.exec(code) ?? [];
  if (status !== undefined) return say('deliveries.status', { status });
  if (code === 'held') return say('deliveries.held');
  const reason = `reason.${code}`;
  return reason in en
    ? say('deliveries.noAnswer', { reason: serviceWords(locale)(reason as keyof typeof en) })
    : say('deliveries.unknown');
}
