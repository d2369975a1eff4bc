import { html } from 'lit';
import { deliveryStates } from '#shared/webhook-types.ts';
import type { machineWords } from '#desk/sections/machines/machine-words.ts';

/** Which deliveries are shown. @param shown a state; empty for all */
export const stateChooser = (
  say: ReturnType<typeof machineWords>,
  shown: string,
  choose: (state: string) => void,
) =>
  html`<label>
    ${say('deliveries.state')}
    <select
      class="pill"
      .value=${shown}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      <option value="">${say('deliveries.all')}</option>
      ${deliveryStates.map((one) => html`<option value=${one}>${say(`deliveries.${one}`)}</option>`)}
    </select>
  </label>`;
