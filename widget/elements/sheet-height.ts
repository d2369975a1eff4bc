/**
 * Keeps a phone's sheet above its keyboard: the visual viewport tells how much is left to see.
 *
 * @returns the function that stops following
 */
export function followKeyboard(sheet: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => {};
  const follow = () => {
    const keyboard = view.height < innerHeight - 120;
    sheet.classList.toggle('keyboard', keyboard);
    if (keyboard) sheet.style.setProperty('--rg-sheet-height', `${Math.round(view.height)}px`);
    else sheet.style.removeProperty('--rg-sheet-height');
  };
  view.addEventListener('resize', follow);
  follow();
  return () => view.removeEventListener('resize', follow);
}
