import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--rg-surface);
  }
  header {
    padding: 10px 20px 12px;
    border-bottom: 1px solid var(--rg-line);
  }
  .over {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
  }
  .meta {
    flex: 1;
    min-width: 0;
    color: var(--rg-text-3);
    font-size: 12px;
    line-height: 16px;
  }
  h2 {
    margin-bottom: 8px;
    font-size: 18px;
    font-weight: 600;
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: none;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .status {
    height: 24px;
    padding: 3px 8px;
    border-radius: 6px;
    background: var(--rg-sunken);
    color: var(--rg-text-2);
    font-size: 12px;
    font-weight: 500;
  }
  .status.waiting_requester,
  .status.awaiting_channel {
    background: var(--rg-paused-bg);
    color: var(--rg-paused);
  }
  .status.resolved {
    background: var(--rg-met-bg);
    color: var(--rg-met);
  }
  .category {
    color: var(--rg-text-2);
    font-size: 12px;
  }
  .commands {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
    margin-left: auto;
  }
  .status.escalated,
  .status.waiting_release,
  .status.deferred {
    background: var(--rg-paused-bg);
    color: var(--rg-paused);
  }
  .back {
    display: none;
  }
  .notice {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding: 8px 20px;
    background: var(--rg-late-bg);
    color: var(--rg-late);
  }
  .notice p {
    flex: 1;
  }
  .notice .tool {
    min-height: 20px;
    color: inherit;
  }
  .middle {
    margin: auto;
  }
  desk-timeline {
    flex: 1;
    min-height: 0;
  }
  .skeleton {
    padding: 16px 20px;
    animation: appear 0s 200ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .skeleton i {
    display: block;
    margin: 8px 0;
    border-radius: 6px;
    background: var(--rg-sunken);
  }
  .skeleton .short {
    width: 180px;
    height: 12px;
  }
  .skeleton .tall {
    width: 60%;
    height: 22px;
  }
  .skeleton .block {
    height: 150px;
    margin-top: 28px;
    border-radius: 10px;
  }
  .skeleton .small {
    height: 60px;
    margin-top: 12px;
  }
  @media (min-width: 1280px) {
    .context {
      display: none;
    }
  }
  @media (max-width: 899px) {
    header {
      padding: 6px 12px 10px;
    }
    .back {
      display: inline-flex;
    }
    .category,
    .command {
      display: none;
    }
    .meta {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    h2 {
      font-size: 15px;
      line-height: 20px;
    }
    .notice {
      padding: 8px 12px;
    }
  }
  @media (forced-colors: active) {
    .status {
      border: 1px solid;
    }
  }
`;
