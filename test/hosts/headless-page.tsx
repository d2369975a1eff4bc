import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Dialog, DialogBackdrop, DialogPanel, DialogTitle } from '@headlessui/react';

/** A page whose modal window is Headless UI's: the rest inert, focus trapped, closed by a press outside. */
function Page() {
  const [open, setOpen] = useState(true);
  return (
    <Dialog open={open} onClose={() => setOpen(false)}>
      <DialogBackdrop className="veil" />
      <DialogPanel className="window">
        <DialogTitle>Окно страницы</DialogTitle>
        <input aria-label="Поле окна" />
        <button onClick={() => setOpen(false)}>Закрыть</button>
      </DialogPanel>
    </Dialog>
  );
}

createRoot(document.querySelector('main') as HTMLElement).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
