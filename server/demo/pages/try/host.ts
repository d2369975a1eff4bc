import { crmContents } from '#server/demo/pages/crm/crm-contents.ts';
import { crmPage } from '#server/demo/pages/crm/crm-page.ts';
import { el } from '#server/demo/pages/kit/el.ts';
import { choosePerson, hostToken, readPeople } from '#server/demo/pages/kit/people.ts';
import { pageLocales, say, translator } from '#server/demo/pages/kit/text.ts';
import { vendors } from '#server/demo/pages/kit/vendor.ts';
import { widgetCall } from '#server/demo/pages/kit/widget-tag.ts';
import { customProperties } from './tag-text.ts';
import { tellParent } from './tell-parent.ts';

/**
 * The page in the frame: a CRM with whatever its address asks for. The widget's tag stands in its markup,
 * where the server has written it.
 */

const asked = new URLSearchParams(location.search);
const is = (name: string) => asked.get(name) ?? '';
const root = document.documentElement;
const language = is('lang') || 'ru';
const locale = pageLocales.findLast((one) => language.startsWith(one)) ?? 'ru';
const vendor = vendors.find((one) => one === is('vendor')) ?? 'modme';
const call = widgetCall();
tellParent(call);

const system = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
root.lang = language;
root.dir = is('dir');
Object.assign(root.dataset, { vendor, theme: is('theme') || system });
for (const name of ['root', 'reset']) if (is(name)) root.dataset[name] = is(name);
for (const [name, property] of Object.entries(customProperties))
  if (is(name)) root.style.setProperty(property, is(name));

const people = await readPeople(is('vendor'));
const person = choosePerson(people, is('person') || undefined);
if (person) call('identify', () => hostToken(is('vendor'), person.id));
const t = translator(locale);
const { title, parts } = crmPage(crmContents[vendor], { vendor, locale, t, person });
document.title = title;
call('context', { screen: title });
document.body.replaceChildren(...parts.filter((part) => part !== undefined));
if (is('launcher') === 'off')
  document
    .querySelector('.crm-top .bell')
    ?.before(
      el(
        'button',
        { type: 'button', class: 'button', 'data-reglament-open': true },
        t(say('Написать в поддержку', 'Yordamga yozish', 'Write to support')),
      ),
    );
if (is('modal')) document.querySelector('dialog')?.showModal();
if (is('open')) call('open');
