import { html, nothing } from 'lit';
import type { PortalContract } from '#shared/wire/portal-contract.ts';
import type { SayInstall } from '#bitrix-app/install-words.ts';

/** What an administrator says of their contract: its number, that there is none, or nothing yet. */
export interface SaidContract {
  readonly choice: 'number' | 'none' | undefined;
  readonly typed: string;
}

/** The number to be named; null takes back what was named before, undefined leaves everything as it is. */
export function numberToName(
  { choice, typed }: SaidContract,
  contract: PortalContract | undefined,
): string | null | undefined {
  const number = typed.trim();
  if (choice === 'number') return number === contract?.askedNumber ? undefined : number;
  return choice === 'none' && contract?.askedNumber ? null : undefined;
}

interface ContractParts {
  readonly say: SayInstall;
  /** As it stands before; undefined where nobody can say. */
  readonly contract: PortalContract | undefined;
  readonly said: SaidContract;
  /** Whether a number is asked for that was not written. */
  readonly lacks: boolean;
  readonly change: (said: Partial<SaidContract>) => void;
}

/** The question for the contract: a number, or the way without one. A confirmed contract is not asked for again. */
export function installContract({ say, contract, said, lacks, change }: ContractParts) {
  if (contract?.state === 'confirmed')
    return html`<p class="note">
      ${say('contract.confirmed', { number: contract.number ?? '' })}
    </p>`;
  const { choice, typed } = said;
  const pick = (one: 'number' | 'none') =>
    html`<label class="pick">
      <input
        type="radio"
        name="contract"
        .checked=${choice === one}
        @change=${() => change({ choice: one })}
      />
      ${say(`contract.${one}`)}
    </label>`;
  return html`<fieldset aria-describedby="later">
    <legend>${say('contract')}</legend>
    ${
      contract?.state === 'refused'
        ? html`<p class="alert">
            ${say('contract.refused', { number: contract.askedNumber ?? '' })} ${contract.reason}
          </p>`
        : nothing
    }
    ${pick('number')}
    ${
      choice === 'number'
        ? html`<div class="under">
            <label class="label" for="number">${say('contract.label')}</label>
            <input
              id="number"
              type="text"
              maxlength="100"
              autocomplete="off"
              aria-invalid=${lacks}
              aria-describedby="number-note"
              .value=${typed}
              @input=${({ target }: Event) => change({ typed: (target as HTMLInputElement).value })}
            />
            ${lacks ? html`<p class="error" role="alert">${say('contract.lacks')}</p>` : nothing}
            <p class="note" id="number-note">${say('contract.checked')}</p>
          </div>`
        : nothing
    }
    ${pick('none')} ${choice === 'none' ? withoutContract(say, contract) : nothing}
    <p class="note" id="later">${say('contract.later')}</p>
  </fieldset>`;
}

/** What the regulation says of requests without a contract, and where one is asked for. */
function withoutContract(say: SayInstall, contract: PortalContract | undefined) {
  const { effect, clause, href } = contract?.entitlement ?? {};
  return html`<div class="under">
    <p>
      ${say('contract.free')}
      ${effect && clause ? say(`contract.effect.${effect}`, { clause }) : nothing}
    </p>
    ${
      effect === 'contract_route' && href
        ? html`<p>
            <a class="link" href=${href} target="_blank" rel="noopener">${say('contract.ask')}</a>
          </p>`
        : nothing
    }
  </div>`;
}
