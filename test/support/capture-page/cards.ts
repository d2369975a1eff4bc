import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#test/support/sources.ts';

/** PT Serif (ParaType, SIL Open Font License) as npm packs it: letters of both alphabets. */
const font = (subset: string) =>
  readFileSync(
    join(root, `node_modules/@fontsource/pt-serif/files/pt-serif-${subset}-400-normal.woff2`),
  ).toString('base64');

const faces = ['cyrillic', 'latin']
  .map(
    (subset) => `@font-face { font-family: 'Web Serif';
      src: url(data:font/woff2;base64,${font(subset)}) format('woff2');
      unicode-range: ${subset === 'latin' ? 'U+0000-024F' : 'U+0400-04FF'} }`,
  )
  .join('\n');

const chequers = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect width="80" height="60" fill="#fc3"/><circle cx="40" cy="30" r="22" fill="#26a"/></svg>',
)}`;

/** One card a feature of the browser, by name. */
export const cards: Readonly<Record<string, string>> = {
  'Russian text':
    '<p>Съешь же ещё этих мягких французских булок, да выпей чаю. Счёт № 4711 на 450 000 сум.</p>',
  'Uzbek text':
    '<p>Oʻzbekistonda toʻlovlar hisoboti gʻaznaga maʼlum qilindi, qarz yopilmadi: 0 soʻm.</p>',
  'web font': '<p class="serif">Засечки и oʻzbekcha letters 1234</p>',
  'pseudo-elements': '<p class="pseudo">цитата</p>',
  counters: '<ol class="counters"><li>открыть</li><li>нажать</li><li>увидеть</li></ol>',
  gradients: '<div class="fill gradients"></div>',
  oklch: '<div class="fill oklch"></div>',
  filter: '<div class="fill filtered"></div>',
  'clip-path': '<div class="fill clipped"></div>',
  mask: '<div class="fill masked"></div>',
  transform: '<div class="turned">под углом</div>',
  'text fields':
    '<input class="wide" id="typed" value="было"><textarea class="wide" rows="2" id="area"></textarea>',
  choices:
    '<input type="checkbox" id="check"> <input type="radio" name="r"> <input type="radio" name="r" id="radio"> <select id="choice"><option>первое</option><option>второе</option></select><p>Дальше по <button class="bare">пункту 3.1</button>, затем по договору</p>',
  'shadow tree': '<x-shadow></x-shadow>',
  slots: '<x-slots><b>в щели</b></x-slots>',
  canvas: '<canvas width="180" height="80"></canvas>',
  'svg use':
    '<svg width="180" height="80"><defs><g id="star"><path d="M20 0l6 14h14l-11 9 4 15-13-9-13 9 4-15L0 14h14z"/></g></defs><use href="#star" fill="#c30" y="10"/><use href="#star" fill="#06c" x="70" y="10"/></svg>',
  images: `<img src="${chequers}" width="80" height="60" alt=""> <img class="cover" src="${chequers}" alt="">`,
  frame:
    '<iframe srcdoc="<!doctype html><body style=&quot;margin:6px;font:13px/18px sans-serif;background:#efe&quot;>Внутри рамы<br><b>жирно</b>"></iframe>',
  'scrolled list':
    '<div class="list" id="list"><p>раз</p><p>два</p><p>три</p><p>четыре</p><p>пять</p><p>шесть</p></div>',
  sticky:
    '<div class="list" id="sticky"><h4>Шапка</h4><p>раз</p><p>два</p><p>три</p><p>четыре</p><p>пять</p></div>',
  blend: '<div class="fill blend"><i></i></div>',
  table:
    '<table><caption>Оплаты</caption><tr><th>Группа</th><th>Сумма</th></tr><tr><td>IELTS</td><td>450 000</td></tr></table>',
  'line clamp':
    '<p class="clamp">Длинный рассказ о том, что случилось с оплатой, который не помещается в две строки и кончается многоточием.</p>',
};

const style = `${faces}
  * { box-sizing: border-box }
  body { margin: 0; padding: 12px; font: 14px/19px sans-serif; color: #1a1d1c; background: #f5f4f1 }
  main { display: grid; grid-template-columns: repeat(6, 1fr); gap: 10px }
  section { height: 190px; padding: 10px; overflow: hidden; border: 1px solid #c9c6bd; border-radius: 8px; background: #fff }
  h3 { margin: 0 0 6px; font: 600 12px/16px sans-serif; color: #515655 }
  p { margin: 0 }
  .serif { font-family: 'Web Serif' }
  .pseudo { position: relative; padding-left: 20px }
  .pseudo::before { content: '«'; position: absolute; left: 0; color: #a3291b; font-size: 22px }
  .pseudo::after { content: '»' attr(class); color: #0b5b64; border-bottom: 2px dotted }
  .counters { counter-reset: step; margin: 0; padding: 0; list-style: none }
  .counters li { counter-increment: step }
  .counters li::before { content: counter(step, upper-roman) '. '; font-weight: 700 }
  .fill { height: 110px; border-radius: 6px; background: #27652f }
  .gradients { background: radial-gradient(circle at 30% 30%, #fff8, transparent 50%), linear-gradient(120deg, #0b5b64, #f0be69 60%, #a3291b) }
  .oklch { background: linear-gradient(90deg, oklch(0.7 0.15 200), color-mix(in oklch, #a3291b 40%, #27652f)) }
  .filtered { background: linear-gradient(#c30, #06c); filter: hue-rotate(60deg) saturate(0.7) blur(2px) }
  .clipped { clip-path: polygon(50% 0, 100% 100%, 0 80%) }
  .masked { mask-image: linear-gradient(90deg, #000, transparent) }
  .turned { width: 110px; margin: 26px 12px; padding: 12px; background: #e1eeee; transform: rotate(-12deg) skewX(6deg) scale(1.1) }
  .wide { width: 100%; font: 14px/19px sans-serif; margin-bottom: 6px }
  .cover { width: 70px; height: 70px; object-fit: cover; border-radius: 50% }
  iframe { width: 100%; height: 90px; border: 1px solid #888 }
  .list { height: 90px; overflow: auto; border: 1px solid #ddd; scrollbar-width: none }
  .list p { padding: 6px; border-bottom: 1px solid #eee }
  .list h4 { position: sticky; top: 0; margin: 0; padding: 4px 6px; background: #fbefd6 }
  .blend { background: linear-gradient(90deg, #f0be69, #0b5b64) }
  .blend i { display: block; width: 70px; height: 70px; background: #a3291b; mix-blend-mode: multiply }
  table { width: 100%; border-collapse: collapse; font-size: 13px }
  td, th { border: 1px solid #bbb; padding: 3px 5px; text-align: left }
  .bare { all: unset; color: #0b5b64; text-decoration: underline }
  .clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }`;

const script = `
  const shadow = document.querySelector('x-shadow').attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host { display: block; padding: 8px; background: #e6ecf2 } p { margin: 0; color: #41546a; font-weight: 700 }');
  shadow.adoptedStyleSheets = [sheet];
  shadow.innerHTML = '<p>В тени, лист принят</p>';
  document.querySelector('x-slots').attachShadow({ mode: 'open' }).innerHTML =
    '<style>::slotted(b) { color: #a3291b }</style><p>до <slot></slot> после</p>';
  const brush = document.querySelector('canvas').getContext('2d');
  brush.fillStyle = '#fbefd6';
  brush.fillRect(0, 0, 180, 80);
  brush.strokeStyle = '#7d4e00';
  brush.lineWidth = 4;
  brush.beginPath();
  brush.arc(90, 40, 30, 0, 5);
  brush.stroke();
  typed.value = 'стало';
  area.value = 'Написано человеком\\nв две строки';
  check.checked = true;
  radio.checked = true;
  choice.selectedIndex = 1;
  list.scrollTop = 47;
  sticky.scrollTop = 30;`;

/** The page of all cards, as a browser shows it at 1280 × 900. */
export const cardsPage = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Карточки</title>
<style>${style}</style><main>${Object.entries(cards)
  .map(([name, inside]) => `<section data-card="${name}"><h3>${name}</h3>${inside}</section>`)
  .join('\n')}</main><script>${script}</script>`;
