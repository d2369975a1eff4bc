import type { PhpMap } from '#server/demo/portal/php.ts';

/** A refusal as an OAuth server or a portal writes it. `error` empty: no body at all. */
export interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly description: string;
  /** More that stands in its body. */
  readonly more?: PhpMap;
}

export const refuse = (
  status: number,
  error: string,
  description = '',
  more?: PhpMap,
): Refusal => ({ status, error, description, ...(more && { more }) });

/** Its body, as it stands in an answer or in a batch. */
export const refusalBody = ({ error, description, more }: Refusal): PhpMap => ({
  error,
  error_description: description,
  ...more,
});

/** A webhook asks for what only an app may. */
export const wrongAuthType = refuse(
  403,
  'WRONG_AUTH_TYPE',
  'Current authorization type is denied for this method',
);

/** A webhook asks for what belongs to an app. */
export const appRequired = refuse(
  403,
  'ACCESS_DENIED',
  'Access denied! Application context required',
);
