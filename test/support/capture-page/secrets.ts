/** Words that must be in no byte and no pixel of a picture, each where it was planted. */
export const secrets = {
  text: 'СЕКРЕТ-текст-4711',
  word: 'СЕКРЕТ-слово-4712',
  ancestor: 'СЕКРЕТ-предок-4713',
  password: 'SECRET-pass-4714',
  card: '8600-1234-4715',
  code: 'SECRET-otp-4716',
  area: 'СЕКРЕТ-поле-4717',
  option: 'СЕКРЕТ-выбор-4718',
  placeholder: 'СЕКРЕТ-пример-4719',
  title: 'СЕКРЕТ-заголовок-4720',
  before: 'SECRET-before-4721',
  drawing: 'SECRET-svg-4722',
  shadow: 'СЕКРЕТ-тень-4723',
  slotted: 'СЕКРЕТ-слот-4724',
  frame: 'СЕКРЕТ-рама-4725',
  row: 'СЕКРЕТ-строка-4726',
  named: 'СЕКРЕТ-названо-4727',
  background: 'SECRET-fon-4728',
} as const;

const drawn = (text: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" fill="#0a0"/><text y="20">${text}</text></svg>`,
  )}`;

/** A page with something secret at every kind of place; what is masked carries `data-secret` for the test's eye. */
export const secretsPage = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Тайны</title>
<style>
  body { margin: 10px; font: 14px/20px sans-serif; background: #eef }
  #before::before { content: '${secrets.before}' }
  #background { width: 90px; height: 30px; background: url("${drawn(secrets.background)}") }
  .list { height: 40px; width: 300px; overflow: auto; background: #fff }
  iframe { border: 2px solid #00f; width: 260px; height: 90px }
  input, select, textarea { margin: 2px }
</style>
<p>Открытый текст</p>
<p id="text" data-private data-secret>${secrets.text}</p>
<p>Ученик <b id="word" data-private data-secret>${secrets.word}</b> платил</p>
<div data-private data-secret><section><p>${secrets.ancestor}</p></section></div>
<input type="password" value="${secrets.password}" data-secret>
<input name="card_number" value="${secrets.card}" data-secret>
<input autocomplete="one-time-code" value="${secrets.code}" data-secret>
<textarea data-private data-secret>${secrets.area}</textarea>
<select data-private data-secret><option selected>${secrets.option}</option></select>
<input data-private data-secret placeholder="${secrets.placeholder}" title="${secrets.title}">
<p id="before" data-private data-secret>слово</p>
<div id="background" data-private data-secret></div>
<svg width="200" height="30"><rect width="200" height="30" fill="#ddd"/><text data-private data-secret x="5" y="20">${secrets.drawing}</text></svg>
<canvas id="canvas" width="90" height="30" data-private data-secret></canvas>
<x-card id="shadow"><span id="slotted" data-private data-secret>${secrets.slotted}</span></x-card>
<iframe id="frame" srcdoc="<body style='margin:0;font:14px sans-serif'><p>рама открыта</p><p data-private>${secrets.frame}</p>"></iframe>
<div class="list" id="list"><p>первая</p><p data-private id="row">${secrets.row}</p><p>вторая</p><p data-private>${secrets.row}</p></div>
<p class="salary" data-secret>${secrets.named}</p>
<p>Конец</p>
<script>
  const shadow = document.querySelector('#shadow').attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p data-private id="inner">${secrets.shadow}</p><slot></slot>';
  const brush = document.querySelector('#canvas').getContext('2d');
  brush.fillStyle = '#c00';
  brush.fillRect(0, 0, 90, 30);
  document.querySelector('#list').scrollTop = 20;
</script>`;
