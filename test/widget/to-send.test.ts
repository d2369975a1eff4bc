import { expect, test } from 'vitest';
import { emptyDraft } from '#widget/controllers/draft.ts';
import { ticketToSend } from '#widget/form/to-send.ts';
import { sampleConfig } from '#test/support/widget-host.ts';

test('steps that a page gave as one line go as a list of one', () => {
  const answers = { did: 'Открыл отчёт', steps: 'Отчёты → Долги' };
  const draft = { ...emptyDraft, category: 'bug', answers };

  expect(ticketToSend(sampleConfig().fields, draft, {}, 'ru').answers).toEqual({
    did: 'Открыл отчёт',
    steps: ['Отчёты → Долги'],
  });
});
