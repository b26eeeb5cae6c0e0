/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import '../../../jest.setup.js';
import type { ReturnAssignment } from '@aigaq/api';
import { jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { newQueryClient, Providers } from '../../app/providers.js';
import { ReturnForm } from './return-form.js';

function show() {
  const onReturn = jest.fn<(body: ReturnAssignment) => void>();
  render(
    <Providers client={newQueryClient()}>
      <ReturnForm
        shown={undefined}
        place={{ evidenceId: 'e1', page: 1 }}
        onPlace={() => undefined}
        isPinning={false}
        onPinning={() => undefined}
        isSending={false}
        onCancel={() => undefined}
        onReturn={onReturn}
      />
    </Providers>,
  );
  return onReturn;
}

describe('returning an assignment', () => {
  it('asks for a reason and a remark before anything is sent', () => {
    const onReturn = show();
    fireEvent.click(screen.getByRole('button', { name: 'Қайтару' }));
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'Себебін таңдаңыз.',
      'Кемінде үш таңбадан тұратын ескертпе жазыңыз.',
    ]);
    expect(onReturn).not.toHaveBeenCalled();
  });

  it('sends reason, remark and place', async () => {
    const onReturn = show();
    fireEvent.mouseDown(screen.getByLabelText('Қайтару себебі'));
    fireEvent.click(await screen.findByText('Қол қойылмаған'));
    fireEvent.change(screen.getByLabelText('Не түзету керек'), { target: { value: '  Қол қойыңыз. ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Қайтару' }));
    expect(onReturn).toHaveBeenCalledWith({
      reason: 'not-signed',
      remark: 'Қол қойыңыз.',
      place: { evidenceId: 'e1', page: 1 },
    });
  });
});
