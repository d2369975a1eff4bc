import { expect, test } from 'vitest';
import { compilePolicy, readPack } from '#server/policy/packs.ts';
import { changed, samplePack } from '#test/support/pack-variants.ts';
import { calendarYears } from '#test/support/policies.ts';
import {
  attributes,
  pageOf,
  policyPages,
  publicUrl,
  readText,
  sectionOf,
} from '#test/support/policy-page.ts';

const compiled = (json: unknown) => {
  const read = readPack(json);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return compilePolicy(read.value, calendarYears);
};
const older = compiled(samplePack());
const newer = compiled({
  ...changed(samplePack(), '/clocks/firstResponse/target/value', 2),
  edition: '2026-11-01',
  editionDate: '2026-11-01',
  validFrom: '2026-11-01',
  cases: samplePack()
    .cases.slice(0, 0)
    .concat({
      ...samplePack().cases[0]!,
      expect: { scope: 'in' },
    }),
});
const app = policyPages([older, newer]);

test('S2.3.5.3 PUB: the address of the vendor shows the edition in force, old ones have their own', async () => {
  const current = await pageOf(app, '/policy/modme?lang=en');
  const old = await pageOf(app, `/policy/modme/${older.pack.edition}?lang=en`);

  expect(readText(current)).toContain('2 working days');
  expect(readText(old)).toContain('1 working day');
  expect(readText(`<body>${sectionOf(old, 'promises')}`)).not.toContain('2 working days');
  for (const page of [current, old]) {
    expect(page).toContain(`<link rel="canonical" href="${publicUrl}/policy/modme?lang=en"`);
  }
  expect((await app.request('/policy/modme/2020-01-01')).status).toBe(404);
});

test('S2.3.5.4 PUB: whoever follows the changes reads them in an Atom feed', async () => {
  const answer = await app.request('/policy/modme/feed.atom?lang=en');
  const feed = await answer.text();

  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(feed).toMatch(
    /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
  );
  expect(feed.match(/<entry>/g)).toHaveLength(2);
  expect(feed).toContain('<updated>2026-11-01T00:00:00Z</updated>');
  expect(attributes(feed, 'link', 'href')).toContain(
    `${publicUrl}/policy/modme/2026-11-01?lang=en`,
  );
  expect(feed).toMatch(/<content type="text">[^<]*2 working days/);
  expect(feed).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
});

test('S2.3.5.4 PUB: and in a JSON feed', async () => {
  const answer = await app.request('/policy/modme/feed.json?lang=ru');
  const feed = await answer.json();

  expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: `${publicUrl}/policy/modme/feed.json?lang=ru`,
    items: [{ date_published: '2026-11-01T00:00:00Z' }, { date_published: '2025-11-25T00:00:00Z' }],
  });
});

test('feeds announce a text from its publication on, and none that waits for it', async () => {
  const draft = {
    ...samplePack(),
    edition: '2026-12-01',
    editionDate: '2026-12-01',
    validFrom: '2026-12-01',
    cases: [{ ...samplePack().cases[0]!, expect: { scope: 'in' } }],
  };
  const noticed = compiled({
    ...draft,
    publication: {
      ...draft.publication,
      changes: { notice: 'published', daysBefore: 10, clause: '2' },
    },
  });
  const published = { publishedAt: new Date('2026-11-20T09:00:00.258Z'), sha256: '' };
  const read = async (publications?: ReadonlyMap<string, typeof published>) => {
    const pages = policyPages([older, noticed], '2026-11-22T13:20:00Z', publications);
    const answer = await pages.request('/policy/modme/feed.json?lang=en');
    const { items } = (await answer.json()) as { items: { date_published: string }[] };
    return {
      dates: items.map((item) => item.date_published),
      modified: answer.headers.get('last-modified'),
    };
  };

  expect(await read()).toEqual({
    dates: ['2025-11-25T00:00:00Z'],
    modified: 'Tue, 25 Nov 2025 00:00:00 GMT',
  });
  expect(await read(new Map([['modme 2026-12-01', published]]))).toEqual({
    dates: ['2026-11-20T09:00:00Z', '2025-11-25T00:00:00Z'],
    modified: 'Fri, 20 Nov 2026 09:00:00 GMT',
  });
});

test('a text of a day to come that nobody had to publish was not modified in the future', async () => {
  const answer = await policyPages([older, newer], '2026-10-01T00:00:00Z').request(
    '/policy/modme/feed.atom',
  );

  expect(await answer.text()).toContain('<updated>2026-11-01T00:00:00Z</updated>');
  expect(answer.headers.get('last-modified')).toBeNull();
});

test('a feed read again is not sent again', async () => {
  const first = await app.request('/policy/modme/feed.atom');
  const tag = first.headers.get('etag') ?? '';
  const again = await app.request('/policy/modme/feed.atom', { headers: { 'if-none-match': tag } });

  expect(tag).not.toBe('');
  expect(again.status).toBe(304);
});

test.each(['/policy/nobody/feed.atom', '/policy/nobody/feed.json', '/policy/nobody/security.txt'])(
  '%s is not there',
  async (path) => {
    expect((await app.request(path)).status).toBe(404);
  },
);

test('S1.3.2.4 PUB: security.txt says where to report a vulnerability', async () => {
  const all = policyPages();
  for (const path of ['/policy/didox24/security.txt', '/.well-known/security.txt']) {
    const answer = await all.request(path);
    const lines = (await answer.text()).trim().split('\n');
    const expires = lines.find((line) => line.startsWith('Expires: '))?.slice(9) ?? '';

    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(lines[0]).toMatch(/^Contact: (mailto:|https:|tel:)/);
    expect(lines).toContain(`Canonical: ${publicUrl}${path}`);
    expect(lines).toContain(`Policy: ${publicUrl}/policy/didox24`);
    expect(lines).toContain('Preferred-Languages: ru, uz, en');
    expect(Date.parse(expires) - Date.parse('2026-11-22T13:20:00Z')).toBeLessThan(366 * 86_400_000);
    expect(Date.parse(expires)).toBeGreaterThan(Date.parse('2026-11-22T13:20:00Z'));
  }
});

test('a vendor whose text is silent about vulnerabilities has no security.txt', async () => {
  expect((await policyPages().request('/policy/modme/security.txt')).status).toBe(404);
});
