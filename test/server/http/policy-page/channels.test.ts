import { expect, test } from 'vitest';
import { openableAddress, readableSite } from '#server/features/policy-page/address.ts';
import { policyOf } from '#test/support/policies.ts';
import { attributes, pageOf, policyPages, readText, sectionOf } from '#test/support/policy-page.ts';

const channelsOf = async (vendor: string) => {
  const html = await pageOf(policyPages(), `/policy/${vendor}?lang=ru`);
  const channels = sectionOf(html, 'channels');
  const links = attributes(channels, 'a', 'href').filter((href) => !href.startsWith('#'));
  return { links, text: readText(`<body>${channels}`) };
};

test.each([
  ['S0.14.1 PUB', 'modme', 'https://t.me/modme_support', '@modme_support'],
  ['S0.14.2 PUB', 'modme', 'tel:+998787771100', '+998 78 777 11 00'],
  ['S1.4.1 PUB', 'didox24', 'tel:+998712037006', '+998 71 203 70 06'],
  ['S1.4.1 PUB', 'didox24', 'mailto:info@technounit.uz', 'info@technounit.uz'],
  ['S1.4.1 PUB', 'didox24', 'https://t.me/technounit', '@technounit'],
  ['S3.3.1.1 PUB', 'technokad', 'tel:+74952698657', '269-86-57'],
  ['S3.3.1.1 PUB', 'technokad', 'tel:+78002008775', '200-87-75'],
  ['S3.3.1.1 PUB', 'technokad', 'tel:+73833835768', '383-57-68'],
  ['S3.3.1.2 PUB', 'technokad', 'mailto:support@technokad.ru', 'support@technokad.ru'],
])('%s: %s is reached by %s, shown as %s', async (_row, vendor, href, shown) => {
  const { links, text } = await channelsOf(vendor);

  expect(links).toContain(href);
  expect(text).toContain(shown);
});

test('S2.1.5.1: an international mailbox is shown in its letters and linked in ASCII', async () => {
  const { links, text } = await channelsOf('moidokumenty');

  expect(links).toEqual(['mailto:support@xn--d1achjhdicc8bh4h.xn--80asehdb']);
  expect(text).toContain('support@моидокументы.онлайн');
});

test('S0.14.3 PUB: no placeholder stands for a mailbox', async () => {
  for (const vendor of ['modme', 'didox24', 'moidokumenty', 'technokad', 'jokercrm']) {
    expect((await channelsOf(vendor)).text).not.toMatch(/email protected/i);
  }
});

test.each([
  ['S3.3.1.3', 'technokad', 'Куда писать В сервисе кнопка «Поддержка» предпочтительно'],
  ['S2.1.5.2', 'moidokumenty', 'Куда писать Почта support@моидокументы.онлайн предпочтительно'],
])('%s: the preferred way of %s stands first', async (_row, vendor, first) => {
  expect((await channelsOf(vendor)).text).toContain(first);
});

test('S4.4.3.1: a phone that is no official channel has no number to call', async () => {
  const { links, text } = await channelsOf('jokercrm');

  expect(links.filter((href) => href.startsWith('tel:'))).toEqual([]);
  expect(text).toContain('По регламенту обращением не считается:');
});

test('S4.1.1.1 PUB: the contract of JokerCRM is linked', async () => {
  const html = await pageOf(policyPages(), '/policy/jokercrm?lang=ru');

  expect(attributes(sectionOf(html, 'editions'), 'a', 'href')).toContain(
    'https://jokercrm.ru/oferta',
  );
});

test('the privacy policy is linked where a pack has one', async () => {
  const policy = policyOf('technokad');
  const links = { ...policy.pack.links, privacy: 'https://www.technokad.ru/privacy' };
  const pages = policyPages([{ ...policy, pack: { ...policy.pack, links } }]);
  const html = await pageOf(pages, '/policy/technokad?lang=en');

  expect(attributes(html, 'a', 'href')).toContain('https://www.technokad.ru/privacy');
});

test.each([
  ['mailto:support@моидокументы.онлайн', 'mailto:support@xn--d1achjhdicc8bh4h.xn--80asehdb'],
  ['mailto:a@example.uz?subject=%D0%9F', 'mailto:a@example.uz?subject=%D0%9F'],
  [
    'https://моидокументы.онлайн/справка',
    'https://xn--d1achjhdicc8bh4h.xn--80asehdb/%D1%81%D0%BF%D1%80%D0%B0%D0%B2%D0%BA%D0%B0',
  ],
  ['https://t.me/modme_support', 'https://t.me/modme_support'],
  ['tel:+998787771100', 'tel:+998787771100'],
])('%s opens as %s', (href, opened) => {
  expect(openableAddress(href)).toBe(opened);
});

test('a site is read in its own letters', () => {
  expect(readableSite('https://xn--d1achjhdicc8bh4h.xn--80asehdb/x')).toBe('моидокументы.онлайн');
});
