import { expect, test } from 'vitest';
import { hostPage } from '#server/demo/host-page.ts';

const pin = { version: '0.1.0-aa', src: 'widget/0.1.0-aa/widget.js', integrity: 'sha384-x' };
const page = (query: Record<string, string>) =>
  hostPage('<head>\n  </head><body></body>', query, pin);
const tagOf = (query: Record<string, string>) =>
  /<script async.*?<\/script>/.exec(page(query).text)?.[0].replaceAll(/ +/g, ' ');

test.each([
  [{ vendor: 'modme', lang: 'uz' }, 'src="/widget.js" data-key="modme" data-locale="uz"'],
  [
    { vendor: 'modme', theme: 'dark', position: 'left', offset: '20 96', launcher: 'off' },
    'src="/widget.js" data-key="modme" data-theme="dark" data-position="left" data-offset="20 96" data-launcher="off"',
  ],
  [
    { vendor: 'modme', pin: '1' },
    'src="/widget/0.1.0-aa/widget.js" integrity="sha384-x" crossorigin data-key="modme"',
  ],
  [{ vendor: 'modme', line: 'slow' }, 'src="/demo/slow/widget.js" data-key="modme"'],
  [{ vendor: 'modme', line: 'elsewhere' }, 'src="/widget.js" data-key="modme"'],
])('%j stands in the tag of the tried page', (query, said) => {
  expect(tagOf(query)).toBe(`<script async ${said}></script>`);
});

test('what an address says stays text, and what no tag knows is left out', () => {
  const { text } = page({ vendor: '"><script>alert(1)</script>', onload: 'alert(2)' });

  expect(text).toContain('data-key="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(text).not.toContain('alert(2)');
});

test.each([
  ['', "frame-ancestors 'self'", ''],
  ['documented', 'img-src data:', 'trusted-types'],
  ['strict', 'trusted-types lit-html', "'unsafe-inline'"],
  ['bare', "require-trusted-types-for 'script'", 'img-src'],
  ['__proto__', "frame-ancestors 'self'", 'default-src'],
])('a page with the policy "%s" has one with %s', (csp, held, lacking) => {
  const { policy } = page({ vendor: 'modme', csp });

  expect(policy).toContain(held);
  if (lacking) expect(policy).not.toContain(lacking);
});

test('storage is closed before the widget looks for it', () => {
  const { text } = page({ vendor: 'modme', storage: 'blocked' });

  expect(text.indexOf('/demo/no-storage.js')).toBeGreaterThan(0);
  expect(text.indexOf('/demo/no-storage.js')).toBeLessThan(text.indexOf('/widget.js'));
});
