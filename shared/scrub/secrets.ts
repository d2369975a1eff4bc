import type { ScrubRule } from '#shared/scrub/rule.ts';
import { afterName, afterShortName } from '#shared/scrub/secret-names.ts';
import { thrownRules } from '#shared/scrub/thrown.ts';

/** What opens a door: addresses with their tails, tokens, keys and passwords. */
export const secretRules: readonly ScrubRule[] = [
  { find: /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/gu, mark: '[secret]' },
  { find: /((?<![a-z])[a-z][a-z\d+.-]{1,20}:\/\/)[^\s/@"'<>]+@/giu, mark: '$1' },
  { find: /((?:https?|wss?):\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/giu, mark: '$1' },
  { find: /(?<=[\p{L}\d./%_-])\?[^\s?"'<>]*=[^\s"'<>]*/gu, mark: '' },
  // webhooks of Bitrix24 and Slack: whoever has the address is in
  { find: /(\/rest\/\d{1,9}\/)[\w-]{8,}/giu, mark: '$1[token]' },
  { find: /(hooks\.slack\.com\/\w{1,20}\/)[\w/-]{8,}/giu, mark: '$1[token]' },
  { find: /(\/hooks\/catch\/\d{1,12}\/)\w{4,}/giu, mark: '$1[token]' },
  // links in letters, which let in whoever has them
  {
    find: /(\/(?:reset|recover|invite|invitation|verify|confirm|activate|magic|token)(?:[-_]?(?:password|link|token|email))?\/)(?=[\w~-]*\d)(?=[\w~-]*[a-z])[\w~-]{8,}/giu,
    mark: '$1[token]',
  },
  { find: /(\/(?:verify|otp|sms-?code)\/)\d{4,8}(?!\d)/giu, mark: '$1[secret]' },
  { find: /\bBearer\s+[\w.~+/=-]{6,}/giu, mark: '[token]' },
  { find: /\bBasic\s+(?=\S*[\d=])[\w+/=]{8,}/giu, mark: '[token]' },
  {
    find: /(\bauthorization["'\\]*\s*[:=]\s*["'\\]*(?:token|digest|apikey|aws4\S*)\s+)[^\r\n[]{3,}/giu,
    mark: '$1[secret]',
  },
  { find: /eyJ[\w-]{8,}(?:\.[\w-]*){0,2}/gu, mark: '[token]' },
  {
    find: /(?<![\p{L}\d])(?:(?:sk|pk|rk)[-_](?:live|test|prod|proj|ant|or)|gh[oprsu]|github_pat|glpat|whsec|xapp|xox[abeprs])[-_][\w-]{8,}/gu,
    mark: '[token]',
  },
  { find: /(?<![\p{L}\d])(?:AKIA|ASIA|AIza|dapi)[\w-]{12,}/gu, mark: '[token]' },
  { find: /(?<![\p{L}\d])(?:ya29|t1|SG)\.[\w-]{8,}(?:\.[\w-]+)?/gu, mark: '[token]' },
  { find: /(?<!\d)\d{8,10}:AA[\w-]{20,}/gu, mark: '[token]' },
  ...afterName,
  ...afterShortName,
  ...thrownRules,
  // whatever else stands in the line of cookies
  {
    find: /((?:set-)?cookie["'\\]*\s*[:=]\s*["'\\]*)(?=[^\r\n"'<>]*=)[^\r\n"'<>]{3,}/giu,
    mark: '$1[secret]',
  },
];
