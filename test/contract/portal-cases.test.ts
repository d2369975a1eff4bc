import { describe, expect, test } from 'vitest';
import { projectFiles, readSource } from '#test/support/sources.ts';

const portals = 'test/server/portals';
const browser = 'test/e2e';
const notices = 'test/server/outbox/portal-notices';
const own = 'test/server/vendor-portal';

/** What has to hold of the app inside a portal, and what shows it: a file, and words of a title in it. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  [
    'installed by an administrator',
    `${portals}/whole-life`,
    'is installed by an administrator, and believed',
  ],
  [
    'the install told of in any order',
    `${portals}/whole-life`,
    'before the installer was opened',
    'before anybody opened the app',
    'after the app was opened',
  ],
  [
    'opened by administrator and employee',
    `${portals}/whole-life`,
    'opens for the administrator and for an employee',
  ],
  [
    'a request with two pictures and its context',
    `${portals}/whole-life`,
    'takes a request with two pictures and what the page knows',
  ],
  ['the number by mail', `${portals}/whole-life`, 'has the number sent by mail'],
  [
    'a link inside the portal',
    `${portals}/whole-life`,
    'leads by its link inside the portal to the request',
  ],
  ['the answer in the thread', `${portals}/whole-life`, 'shows its author what the vendor answers'],
  [
    'a token that ends after its hour',
    `${portals}/whole-life`,
    'goes on after the hour of a token, by a new one',
  ],
  [
    'a token that ends while somebody types',
    `${browser}/portal-app`,
    'the token ends while somebody types',
  ],
  [
    'an update',
    `${portals}/whole-life`,
    'is updated to version 4, whose installer binds everything anew',
  ],
  ['a change of payment', `${portals}/whole-life`, 'hears that it is paid for'],
  ['a renamed portal', `${portals}/whole-life`, 'is the same one after the portal is renamed'],
  [
    'a removal that keeps data',
    `${portals}/whole-life`,
    'is removed, and keeps the requests where nobody wished them gone',
  ],
  [
    'a second install',
    `${portals}/whole-life`,
    'is installed again, and the old requests are there',
  ],
  [
    'a removal with all data',
    `${portals}/whole-life`,
    'is removed with all that was written, once the OAuth server confirms it',
  ],
  ['a deleted portal', `${portals}/whole-life`, 'lets nobody in once its portal is deleted'],
  ['a forged name with a valid token', `${portals}/refused`, 'with the name of the attacker'],
  [
    'names that are none',
    `${portals}/refused`,
    'with a user before the portal',
    'with a path behind the portal',
    'with a line end in the portal',
    'with letters of another script',
    'with a dot at the end',
    'with a portal of 300 letters',
  ],
  [
    'names of inner machines',
    `${portals}/refused`,
    'from this machine',
    'from where machines keep their secrets',
    'from an address as one number',
  ],
  [
    'the id of one portal with the token of another',
    `${portals}/refused`,
    'with the id of another portal',
    'with a token of another portal',
  ],
  ['a token of another app', `${portals}/enter-portal`, 'a token of another app'],
  [
    'a token that ended, never was or is missing',
    `${portals}/enter-portal`,
    'a token that has ended',
    'a token that never was',
  ],
  ['no token', `${portals}/refused`, 'without a token'],
  [
    'an OAuth server that is down, ill or slow',
    `${portals}/enter-portal`,
    'while the OAuth server is %s nobody is let in',
  ],
  [
    'an app that is not fully installed',
    `${portals}/enter-portal`,
    'an app that is not fully installed opens its installer alone',
  ],
  ['an OAuth answer without a person', `${portals}/refused`, 'nobody'],
  ['a forged OAuth server', `${portals}/refused`, 'as its OAuth server is proven at the true one'],
  ['a form of a foreign page', `${portals}/refused`, 'from another page', 'from another portal'],
  [
    'a form without an origin',
    `${portals}/break-in`,
    'a form that a page without an origin opens on the whole screen is refused',
  ],
  [
    'an event without the secret, with a wrong one, with another portal’s',
    `${portals}/refused`,
    'without its secret',
    'with another secret',
    'with the secret of another portal',
  ],
  [
    'an install that comes again after the removal',
    `${portals}/portal-events`,
    'an install that comes again after the removal stays removed',
  ],
  [
    'a second install with another secret',
    `${portals}/portal-events`,
    'a second install with another secret is believed only by',
  ],
  [
    'a forged removal',
    `${portals}/portal-events`,
    'a removal that an employee makes up ends open pages and nothing else',
  ],
  [
    'a forged removal when the tokens say nothing',
    `${portals}/break-in`,
    'a removal made up after the administrator left',
    'a removal made up after the tokens were lost',
    'a removal made up while a new version',
  ],
  [
    'an old page after the removal',
    `${portals}/portal-events`,
    'a removal ends the open pages at once',
  ],
  [
    'a removal that comes after the next install',
    `${portals}/portal-events`,
    'of a removal that comes after the next install the install stays',
  ],
  [
    'repeated keys, lists, odd keys, JSON, too much',
    `${portals}/refused`,
    'with two tokens',
    'with a list of tokens',
    'with a key of every object',
    'of JSON',
    'of 70 kilobytes',
  ],
  [
    'a forged payment',
    `${portals}/portal-events`,
    'an end of payment is believed only by what the portal says itself',
  ],
  [
    'every refusal of a refresh',
    `${portals}/usable-token`,
    'a dead token',
    'a wrong secret, with status 200',
    'what is not paid for',
    'an app that is gone',
    'a pair of another portal is not kept',
  ],
  [
    'two refreshes at once',
    `${portals}/usable-token`,
    'of many who need a token at once one renews it',
  ],
  [
    'a lost refresh',
    `${portals}/usable-token`,
    'an answer that is lost after the pair was changed heals',
  ],
  [
    'a redirect to inner machines, a name that changes',
    `${portals}/portal-http`,
    'a portal that leads elsewhere is not followed',
    'a name is looked up once',
  ],
  [
    'limits of a portal',
    `${portals}/call-in-turn`,
    'two calls a second',
    'a portal that refuses for its load is left alone',
  ],
  [
    'errors with status 200, pages, half a JSON, ten megabytes',
    `${portals}/portal-http`,
    'a page',
    'half a JSON',
    'ten megabytes',
    'an error',
  ],
  [
    'a silent parent',
    `${browser}/portal-faults`,
    "test.each(['getInitData', 'refreshAuth'])",
    "test.each(['setInstall', 'setInstallFinish'])",
  ],
  [
    'messages of strangers and broken ones',
    `${browser}/portal-faults`,
    'messages of strangers, with another number or broken, move nothing',
  ],
  ['a frame without a name', `${browser}/portal-faults`, 'a frame without the name of its portal'],
  [
    'a foreign page around the app',
    `${browser}/portal-faults`,
    'a page that is no portal cannot frame the app',
  ],
  [
    'a browser without third-party cookies',
    `${browser}/portal-faults`,
    'a browser that lets the frame keep nothing at all',
  ],
  [
    'whoever may not install, and a refused place',
    `${browser}/portal-faults`,
    'whoever is no administrator is told by the installer',
    'a place that the portal refuses is named',
  ],
  ['a plan without REST', `${browser}/portal-faults`, 'a plan without REST'],
  [
    'a notice inside the portal, and its BB-code',
    notices,
    'an answer is shown to its author inside the portal',
    'a ticket has one notification: the newest',
  ],
  [
    'a notice that is lost, late or for nobody',
    notices,
    'a lost answer leads to no second notification',
    'an ended token is renewed for the notice',
    'the app may not notify',
    'a portal that never answers is given up',
  ],
  [
    'a portal that is busy while somebody asks',
    notices,
    'a busy portal is left alone and the ticket is filed and answered all the same',
  ],
  [
    'a hundred requests in a minute',
    `${portals}/many-requests`,
    'a hundred requests in a minute by one person of a portal are too many',
  ],
  [
    'events that never come',
    `${portals}/silent-portals`,
    'an update and a payment that were never told are found',
    'while nobody answers everything stays',
  ],
  [
    'an event that meets a fault each time',
    `${portals}/silent-portals`,
    'an event that meets a fault is tried again ever later and given up in the end',
  ],
  [
    'a portal of which nothing was heard',
    `${portals}/silent-portals`,
    'a silent portal is asked after once a day',
    'a subscription that ended is written down',
    'an administrator who left is no removed app',
  ],
  [
    'whether a request inside a portal is one by the text',
    `${portals}/official-ways`,
    'where the form is a way of the text, a request inside a portal starts its clock',
    'where it is none, the request is kept',
  ],
  ['the vendor’s portal in items', `${own}/vendor-portal`, 'one contact is one item'],
  ['BB-code in the vendor’s portal', `${own}/vendor-portal`, 'with brackets that stay brackets'],
  [
    'both ways without loops',
    `${own}/vendor-portal`,
    'our own comment is no news',
    'and that is no news when the portal tells it',
  ],
  [
    'both ways below tasks',
    `${own}/task-words`,
    'our own words are no news',
    'what people say there is a note at the desk, once and in its order',
  ],
  [
    'limits of the vendor’s portal',
    `${own}/vendor-portal`,
    'QUERY_LIMIT_EXCEEDED',
    'OVERLOAD_LIMIT',
    'OPERATION_TIME_LIMIT',
    'sixty tickets go at two calls a second at most',
  ],
  [
    'a lost answer of the vendor’s portal',
    `${own}/vendor-portal`,
    'an answer of %s that was lost makes nothing twice',
  ],
  [
    'what the vendor’s portal refuses for good',
    `${own}/vendor-portal`,
    'of what is given up the desk gets one notice',
  ],
  ['files in the vendor’s portal', `${own}/files`, 'which holds no token'],
  [
    'an erasure that a former portal does not hear of',
    `${own}/left-behind`,
    'connected again it is erased there',
    'what stands in a former portal is not forgotten with it',
  ],
  [
    'the vendor’s portal in a private network',
    'test/server/http/probe/inner-hosts',
    'of a private network one host is allowed',
  ],
  [
    'options that are none',
    `${portals}/entry-form`,
    'options that are no object of texts count as none',
  ],
  [
    'an address outside a portal',
    `${portals}/enter-portal`,
    'the addresses answer whoever looks, and say nothing',
  ],
  [
    'a header of one’s own to the portal',
    `${browser}/demo-portal`,
    'a header that the portal does not name is stopped by the browser',
  ],
  [
    'another portal’s request',
    `${portals}/other-portals`,
    'nobody but its author sees or changes a request',
  ],
  [
    'markup in names and requests',
    `${portals}/portal-requests`,
    'markup in a name and in a request stays text',
  ],
  [
    'files that are none',
    `${portals}/portal-requests`,
    'a drawing with a script',
    'a picture with more behind it',
  ],
  ['a request sent twice', `${portals}/portal-requests`, 'a request that is sent twice is one'],
  [
    'a box with an incomplete chain',
    `${portals}/portal-http`,
    'a box that leaves out who signed for it is told apart',
  ],
  ['no token in logs and database', `${portals}/whole-life`, 'wrote no token down and said none'],
  [
    'a secret that an employee makes up',
    `${portals}/portal-events`,
    'an install that an employee makes up by a token of their own',
  ],
  [
    'a secret posted beside a token',
    `${portals}/break-in`,
    'what an employee posts beside a token of their own is never learned',
  ],
];

describe('the app inside a portal', () => {
  test.each(cases)('%s is shown by %s', (_, file, ...titles) => {
    const source = readSource(`${file}.test.ts`);

    expect(titles.filter((title) => !source.includes(title))).toEqual([]);
  });

  test('every test that opens a desk beside portals ends it, which tells whom the server has called', () => {
    const opening = projectFiles().filter(
      (path) => path.endsWith('.test.ts') && /\bportalDesk\(/.test(readSource(path)),
    );

    expect(opening.length).toBeGreaterThan(7);
    expect(opening.filter((path) => !/\b(desk|portals)\.close\(\)/.test(readSource(path)))).toEqual(
      [],
    );
  });
});
