import { fail } from '#shared/result.ts';
import { daysLeft, isExpired } from '#server/demo/portal/install.ts';
import { dateAtom } from '#server/demo/portal/php.ts';
import { appRequired, refuse } from '#server/demo/portal/refusal.ts';
import {
  answered,
  textOf,
  upperCased,
  type Call,
  type Methods,
} from '#server/demo/portal/rest/method.ts';
import { epochSeconds } from '#server/demo/portal/world.ts';

/** What a portal tells every app of itself and of whoever speaks. */
export const basicMethods: Methods = {
  'app.info': { scopes: [], run: appInfo },
  profile: { scopes: [], run: profile },
  'user.admin': { scopes: [], run: ({ person }) => answered(person.admin) },
  scope: { scopes: [], run: ({ scopes }) => answered(scopes) },
  'server.time': {
    scopes: [],
    run: ({ world }) => answered(dateAtom(epochSeconds(world), 0)),
  },
  'feature.get': {
    scopes: [],
    run: ({ portal, params }) => {
      const code = textOf(upperCased(params)['CODE']);
      if (code === '') return fail(missing('CODE'));
      return answered({ value: portal.features.has(code) ? 'Y' : 'N' });
    },
  },
};

/** A parameter that has to be there. */
export const missing = (name: string) =>
  refuse(400, 'ERROR_ARGUMENT', `Argument '${name}' is null or empty`);

function appInfo({ world, portal, install }: Call) {
  if (!install) return fail(appRequired);
  const now = epochSeconds(world);
  return answered({
    ID: install.id,
    CODE: install.app.code,
    VERSION: install.version,
    STATUS: install.status,
    INSTALLED: install.installed,
    PAYMENT_EXPIRED: isExpired(install, now) ? 'Y' : 'N',
    DAYS: daysLeft(install, now),
    LANGUAGE_ID: portal.language,
    ...portal.licence,
  });
}

/** Of somebody who was dismissed there is nothing to tell; that it comes as an empty list is read off the source. */
function profile({ person }: Call) {
  if (!person.active) return answered([]);
  return answered({
    ID: String(person.id),
    ADMIN: person.admin,
    NAME: person.name,
    LAST_NAME: person.lastName,
    PERSONAL_GENDER: person.gender,
    TIME_ZONE: person.timeZone,
  });
}
