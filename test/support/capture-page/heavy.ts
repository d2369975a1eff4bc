/** A list as a CRM shows it, with about as many elements as asked for, most of them below the fold. */
export function heavyPage(elements: number): string {
  const rows = Math.round(elements / 7);
  const row = (index: number) =>
    `<tr><td><input type="checkbox"></td><td><a href="#${index}">Ученик ${index}</a></td>` +
    `<td><span class="chip">${index % 3 === 0 ? 'Долг' : 'Оплачено'}</span></td></tr>`;
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Список</title>
<style>
  body { margin: 0; padding: 12px; font: 13px/18px sans-serif; background: #f5f4f1 }
  table { width: 100%; border-collapse: collapse; background: #fff }
  td { padding: 6px 8px; border-bottom: 1px solid #e2e0da }
  .chip { padding: 1px 6px; border-radius: 6px; background: #e1eeee; color: #0b5b64 }
</style>
<h1>Список</h1><table>${Array.from({ length: rows }, (_, index) => row(index)).join('')}</table>`;
}
