import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { SupportButton } from './react-page.tsx';

/** The element in a page that React mounts twice, and that takes it away and puts it back on a press. */
function Page() {
  const [shown, show] = useState(true);
  return (
    <>
      <button onClick={() => show(!shown)}>{shown ? 'Убрать' : 'Вернуть'}</button>
      {shown && <SupportButton deal="17" token={token} />}
    </>
  );
}

const token = () => Promise.resolve('head.strict.signature');

createRoot(document.querySelector('main') as HTMLElement).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
