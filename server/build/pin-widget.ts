import { createHash } from 'node:crypto';

/** The widget at an address that never changes what it gives. */
export interface PinnedWidget {
  /** `0.1.0-3fa9c1d20b`: the release and a digest of every byte. */
  readonly version: string;
  /** `widget.js` and its chunks, by their paths below the version. */
  readonly files: ReadonlyMap<string, string>;
  /** Of `widget.js`, as a page writes it into its tag. */
  readonly integrity: string;
}

const entry = 'widget.js';

/**
 * Fetches modules whose digests are known, and only then runs the first of them. `import()` itself
 * takes no digest; a module that a link has fetched and checked is the one that it gives. A browser
 * that fetches no modules by links (Safari 16) imports them unchecked. Its strings are quoted as the
 * minifier quotes: told alike, they weigh less.
 *
 * @param many whether some import of the chunk takes several modules
 */
function checkedImport(folder: string, base: string, nonce: string, many: boolean): string {
  const fetched =
    'f=>new Promise((r,j)=>{let[n,h=n]=f.split(`#`),k=document.createElement(`link`),href=new URL(`' +
    folder +
    '`+n+`.js`,' +
    base +
    '),onload=()=>r(href);' +
    'Object.assign(k,{rel:`modulepreload`,crossOrigin:``,integrity:`sha256-`+h+`=`,nonce:' +
    nonce +
    ',onload,onerror:()=>j(Error(n+` is not as published`)),href});' +
    'k.relList.supports(k.rel)||onload();document.head.append(k)})';
  return many
    ? `const $one=${fetched},$get=l=>Promise.all(l.split(\` \`).map($one)).then(([u])=>import(u));`
    : `const $get=${fetched}.then(u=>import(u));`;
}

const dynamic = /\bimport\((["'`])\.\/([\w.-]+)\.js\1\)/g;
const ofEntry = /\bimport\(new URL\((["'`])widget\/c\/([\w.-]+)\.js\1,\$script\.src\)\.href\)/g;
const fixed = /((?:\bfrom|\bimport)\s*["'`]\.\/)([\w.-]+)(?=\.js["'`])/g;

const importsOf = (code: string) => [...code.matchAll(fixed)].map(([, , name = '']) => name);
/** Below its version nothing else has the name. */
const plainName = (chunk: string) => chunk.replace(/-[\w-]{6}$/, '');
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * Makes every part of a build vouch for the parts that it fetches later: the page vouches for
 * `widget.js` by its tag, that one for the panel, the panel for what comes after. What comes after
 * is named by its digest, so that a name is all it takes.
 *
 * @param built `widget.js` and `c/….js`, as they are served without a version
 * @throws Error when a part is missing, or two fetch each other, so that neither could name the other
 */
export function pinWidget(built: ReadonlyMap<string, string>, release: string): PinnedWidget {
  const code = (chunk: string) => {
    const text = built.get(chunk === entry ? entry : `c/${chunk}.js`);
    if (text === undefined) throw new Error(`the widget fetches ${chunk}, which was not built`);
    return text;
  };
  /** A chunk with all that runs before it, itself first. */
  const whole = (chunk: string, seen = new Set<string>()): Set<string> => {
    if (!seen.has(chunk)) {
      seen.add(chunk);
      for (const one of importsOf(code(chunk))) whole(one, seen);
    }
    return seen;
  };
  const fetchedBy = (chunk: string) =>
    [...code(chunk).matchAll(chunk === entry ? ofEntry : dynamic)].map(([, , name = '']) => name);
  const panel = whole(fetchedBy(entry).find((name) => name.startsWith('define')) ?? entry);

  /** What a chunk brings later, directly or by what it brought; the panel is there before. */
  const later = (chunk: string, seen = new Set<string>()): Set<string> => {
    for (const target of [...whole(chunk)].flatMap((one) =>
      one !== chunk && panel.has(one) ? [] : fetchedBy(one),
    )) {
      if (!seen.has(target)) later(target, seen.add(target));
    }
    return seen;
  };
  /** Whoever knows the digest of a part that leans on it cannot be named by its own. */
  const keepsName = (chunk: string) =>
    [...later(chunk)].some((one) => one !== chunk && whole(one).has(chunk));

  const pinned = new Map<string, string>();

  const pin = (chunk: string, above: readonly string[]): string => {
    const done = pinned.get(chunk);
    if (done !== undefined) return done;
    if (above.includes(chunk)) throw new Error(`${[...above, chunk].join(' → ')} go in a circle`);
    const below = [...above, chunk];
    const here = chunk === entry ? new Set<string>() : new Set([...panel, ...whole(chunk)]);
    const get = (plain: string, _quote: string, target: string) => {
      const missing = [...whole(target)].filter((one) => !here.has(one));
      if (missing.length === 0) return plain;
      return `$get(\`${missing.map((one) => mark(one, below)).join(' ')}\`)`;
    };
    const text = code(chunk)
      .replace(chunk === entry ? ofEntry : dynamic, get)
      .replace(fixed, (_import, begin: string, name: string) => begin + nameOf(name, below));
    const made = text.includes('$get(') ? withCheck(chunk, text) : text;
    pinned.set(chunk, made);
    return made;
  };
  const nameOf = (chunk: string, above: readonly string[]) =>
    keepsName(chunk) ? plainName(chunk) : digest(pin(chunk, above));
  const mark = (chunk: string, above: readonly string[]) =>
    keepsName(chunk) ? `${plainName(chunk)}#${digest(pin(chunk, above))}` : nameOf(chunk, above);

  pin(entry, []);
  const files = new Map(
    [...pinned].map(([chunk, text]) => [
      chunk === entry ? entry : `c/${nameOf(chunk, [])}.js`,
      text,
    ]),
  );
  if (files.size < pinned.size) throw new Error('two parts of the widget have one name');
  const main = pinned.get(entry) ?? '';
  const integrity = `sha384-${createHash('sha384').update(main).digest('base64')}`;
  const hex = createHash('sha256').update(main).digest('hex').slice(0, 10);
  return { version: `${release}-${hex}`, files, integrity };
}

function withCheck(chunk: string, text: string): string {
  const many = /\$get\([^)]* /.test(text);
  // a mark for the browser stays the first line
  if (chunk !== entry)
    return text.replace(
      /^(\/\/#.*\n)?/,
      (line) =>
        line +
        checkedImport(
          '',
          'import.meta.url',
          'document.querySelector(`script[nonce]`)?.nonce||``',
          many,
        ),
    );
  return text.replace(
    /const \$script=.*?;/,
    (line) => line + checkedImport('c/', '$script.src', '$script.nonce', many),
  );
}
