import { createTransport } from 'nodemailer';
import type { Mail } from '#server/features/outbox/mail.ts';
import { isPlainAddress } from '#server/features/outbox/plain-address.ts';
import type { Settled } from '#server/features/outbox/settle-letter.ts';

/** Sends mails; every failure is a value, without the addresses that mail servers quote. */
export interface Transport {
  deliver(mail: Mail): Promise<Settled>;
  close(): void;
}

/** Letters that are under way at once. */
export const connections = 4;

/**
 * A transport over SMTP. `smtps://` is encrypted from the start, `smtp://` as soon as the server
 * offers it.
 *
 * @param deadlineMs an attempt that takes longer has failed, though the mail may arrive
 */
export function smtpTransport(url: string, deadlineMs: number): Transport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    pool: true,
    maxConnections: connections,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 465 : 587)),
    secure,
    ...(username
      ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
      : {}),
    connectionTimeout: deadlineMs / 3,
    greetingTimeout: deadlineMs / 3,
    socketTimeout: deadlineMs / 3,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    deliver: async ({ thread, to, from, replyTo, calendar, ...mail }) => {
      if (!isPlainAddress(to)) return { sent: false, code: 'address.unclear', final: true };
      const sending = transport
        .sendMail({
          ...mail,
          ...(calendar === undefined
            ? {}
            : { icalEvent: { method: 'PUBLISH', content: calendar } }),
          from,
          ...(replyTo && isPlainAddress(replyTo.address) ? { replyTo } : {}),
          to: { name: '', address: to },
          envelope: { from: from.address, to: [to] },
          inReplyTo: thread,
          references: [thread],
        })
        .then((): Settled => ({ sent: true }), failureOf);
      return Promise.race([sending, late(deadlineMs, sending)]);
    },
    close: () => transport.close(),
  };
}

/** What a server refuses for good (5xx to this mail) is not tried again; a wrong password may be mended. */
function failureOf(error: unknown): Settled {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const refused = typeof responseCode === 'number' && responseCode >= 500;
  const final = refused && (code === 'EENVELOPE' || code === 'EMESSAGE');
  const told = [code, responseCode].filter((part) => part !== undefined && part !== null);
  return { sent: false, code: told.join(' ').slice(0, 64) || 'fault', final };
}

async function late(deadlineMs: number, sending: Promise<Settled>): Promise<Settled> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve({ sent: false, code: 'deadline', final: false }),
      deadlineMs,
    );
    void sending.then(() => clearTimeout(timer));
  });
}
