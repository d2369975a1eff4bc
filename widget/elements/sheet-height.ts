/**
 * Keeps a phone's sheet above its keyboard, and in sight what is written in: the visual viewport tells how
 * much is left to see. Fingers that enlarge the page leave less to see as well, and no keyboard.
 *
 * @returns the function that stops following
 */
export function followKeyboard(sheet: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => {};
  const follow = () => {
    const keyboard = view.scale < 1.1 && view.height < innerHeight - 120;
    sheet.classList.toggle('keyboard', keyboard);
    if (keyboard) sheet.style.setProperty('--rg-sheet-height', `${Math.round(view.height)}px`);
    else sheet.style.removeProperty('--rg-sheet-height');
    let written = document.activeElement;
    while (written?.shadowRoot) written = written.shadowRoot.activeElement;
    if (keyboard) written?.scrollIntoView({ block: 'nearest' });
  };
  view.addEventListener('resize', follow);
  follow();
  return () => view.removeEventListener('resize', follow);
}
