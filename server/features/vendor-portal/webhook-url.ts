import { fail, succeed, type Result } from '#shared/result.ts';

/** The address of an incoming webhook, as the portal shows it to whoever makes one. */
export interface WebhookUrl {
  /** With its port, where it has one of its own. */
  readonly host: string;
  /** With a slash at its end. */
  readonly url: string;
}

const path = /^\/rest\/\d{1,10}\/\w{6,128}\/?$/;

/** Reads `https://portal/rest/1/secret/`. @param plain whether `http` will do, as in a demo */
export function readWebhookUrl(text: string, plain = false): Result<WebhookUrl, 'malformed'> {
  const url = URL.parse(text.trim());
  if (!url || !path.test(url.pathname)) return fail('malformed');
  if (url.protocol !== 'https:' && !(plain && url.protocol === 'http:')) return fail('malformed');
  if (url.username || url.password || url.search || url.hash) return fail('malformed');
  const home = `${url.origin}${url.pathname.replace(/\/$/, '')}/`;
  return succeed({ host: url.host, url: home });
}
