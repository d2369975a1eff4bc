import { css } from 'lit';

/** The frame of the panel and of what opens in its place: a sheet at the corner, the whole window on a phone. */
export const sheetStyles = css`
  dialog {
    position: fixed;
    inset: auto var(--rg-right, calc(var(--rg-offset-x, 20px) + env(safe-area-inset-right)))
      calc(var(--rg-offset-y, 20px) + 50px) var(--rg-left, auto);
    width: 400px;
    max-width: none;
    max-height: min(760px, 100dvh - 58px - var(--rg-offset-y, 20px));
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: 14px;
    background: var(--rg-surface);
    color: var(--rg-text);
    box-shadow: var(--rg-shadow);
    font: 13px/18px var(--rg-face);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: rise 160ms ease-out;
  }
  dialog.tall {
    height: min(760px, 100dvh - 58px - var(--rg-offset-y, 20px));
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  .header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px;
    min-height: 48px;
    padding: 0 8px 0 16px;
    border-bottom: 1px solid var(--rg-line);
  }
  h2 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
    outline: none;
  }
  @media (max-width: 479px) {
    dialog,
    dialog.tall {
      inset: 0;
      width: 100%;
      height: var(--rg-sheet-height, 100dvh);
      max-height: none;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
        env(safe-area-inset-left);
      border-radius: 0;
    }
  }
  /* as low as this, by zoom or a phone on its side, nothing stays in place: all of it scrolls */
  @media (max-height: 400px) {
    dialog[open] {
      display: block;
      overflow: auto;
    }
    .header {
      position: sticky;
      z-index: 2;
      top: 0;
      background: var(--rg-surface);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid;
    }
  }
  /* a person prints the page, as if nothing stood over it */
  @media print {
    dialog[open] {
      display: none;
    }
  }
`;
