/** What an app in a frame says to the page around it. */
export interface AppMessage {
  readonly command: string;
  readonly params: unknown;
  readonly callbackId: string;
  readonly sid: string;
}

/** Written without quotes: their value is passed on as it is. */
const rawCommands = new Set(['setValue']);

/**
 * Reads `command[:JSON]:callbackId:appSid` from both its ends, for the JSON may hold colons. A command with a
 * colon in its name comes as an object. Undefined is nothing that an app says.
 */
export function readAppMessage(data: unknown): AppMessage | undefined {
  if (typeof data === 'string') return readText(data);
  if (typeof data !== 'object' || data === null) return undefined;
  const { method, params, callback, appSid } = data as Readonly<Record<string, unknown>>;
  if (typeof method !== 'string' || typeof callback !== 'string' || typeof appSid !== 'string')
    return undefined;
  return { command: method, params: params || [], callbackId: callback, sid: appSid };
}

function readText(text: string): AppMessage | undefined {
  const parts = text.split(':');
  const [command = '', ...rest] = parts;
  const sid = rest.pop();
  const callbackId = rest.pop();
  if (command === '' || sid === undefined || callbackId === undefined) return undefined;
  const written = rest.join(':');
  if (written === '' || rawCommands.has(command))
    return { command, params: written === '' ? [] : written, callbackId, sid };
  try {
    return { command, params: JSON.parse(written) as unknown, callbackId, sid };
  } catch {
    return undefined;
  }
}

/** `callbackId:JSON`, and nothing behind the colon where there is no value. */
export const writeReply = (callbackId: string, value: unknown): string =>
  `${callbackId}:${value === undefined ? '' : JSON.stringify(value)}`;
