import { refuse, type Refusal } from '#server/demo/portal/refusal.ts';

/** Why an address is no handler: it has to be at http or https, with a dot in its host. */
export function handlerFault(handler: string): Refusal | undefined {
  if (!URL.canParse(handler)) return refuse(400, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL');
  const { protocol, hostname } = new URL(handler);
  if (!['http:', 'https:'].includes(protocol))
    return refuse(400, 'ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported handler protocol');
  return hostname.includes('.')
    ? undefined
    : refuse(400, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL');
}
