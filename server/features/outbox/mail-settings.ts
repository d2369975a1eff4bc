import type { Config } from '#server/config.ts';

/** Where letters go, and as whom; undefined where nothing is sent and letters wait. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  readonly from: string;
  /** How long one server has a letter to itself, milliseconds. */
  readonly leaseMs: number;
}

/** The part of the configuration that letters need; undefined without SMTP_URL. */
export const mailSettingsOf = (config: Config): MailSettings | undefined =>
  config.SMTP_URL && config.MAIL_FROM
    ? { url: config.SMTP_URL, from: config.MAIL_FROM, leaseMs: config.MAIL_LEASE_SECONDS * 1000 }
    : undefined;

/** Whether letters leave this server. A demo sends nothing, whatever else is set. */
export const sendsLetters = (config: Config): boolean =>
  !config.DEMO && mailSettingsOf(config) !== undefined;
