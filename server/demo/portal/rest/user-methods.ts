import { dateAtom } from '#server/demo/portal/php.ts';
import { answered, textOf, type Call, type Methods } from '#server/demo/portal/rest/method.ts';
import type { Person } from '#server/demo/portal/virtual-portal.ts';
import { epochSeconds } from '#server/demo/portal/world.ts';

const scopes = ['user_brief', 'user_basic', 'user'];

/** People of a portal, as far as the scope goes. */
export const userMethods: Methods = {
  'user.current': { scopes, run: (call) => answered(userFields(call, call.person)) },
  'user.get': {
    scopes,
    run: (call) => {
      const id = textOf(call.params['ID'] ?? call.params['id']);
      const found = [...call.portal.people.values()]
        .filter((person) => person.active && !isSystem(person))
        .filter((person) => id === '' || String(person.id) === id);
      return answered(
        found.map((person) => userFields(call, person)),
        found.length,
      );
    },
  },
};

/** The technical user stands in no list. */
const isSystem = ({ email, position }: Person) => email === '' && position === '';

/** The fields of the smallest scope as they were recorded; which of them it leaves out elsewhere is not known. */
function userFields({ world, portal, scopes: granted }: Call, person: Person) {
  const now = epochSeconds(world);
  const brief = {
    ID: String(person.id),
    ACTIVE: person.active,
    NAME: person.name,
    LAST_NAME: person.lastName,
    EMAIL: person.email,
    LAST_LOGIN: dateAtom(now - 6 * 3600, portal.hoursEast),
    DATE_REGISTER: '2024-02-01T00:00:00+03:00',
    IS_ONLINE: 'Y',
    LAST_ACTIVITY_DATE: dateAtom(now - 60, portal.hoursEast)
      .slice(0, 19)
      .replace('T', ' '),
    PERSONAL_GENDER: person.gender,
    PERSONAL_BIRTHDAY: '',
    WORK_POSITION: person.position,
    UF_EMPLOYMENT_DATE: '',
    UF_DEPARTMENT: person.extranet ? [] : [1],
  };
  if (!granted.includes('user')) return brief;
  return { ...brief, TIME_ZONE: person.timeZone, PERSONAL_MOBILE: '' };
}
