import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';

/** A page that adds the script by an effect and takes it away when the effect is over, as many do. */
function Page({ src }: { src: string }) {
  useEffect(() => {
    const script = document.createElement('script');
    script.src = src;
    script.dataset['key'] = 'sample';
    script.dataset['locale'] = 'ru';
    document.body.append(script);
    return () => script.remove();
  }, [src]);
  return <h1>Оплаты</h1>;
}

const main = document.querySelector('main') as HTMLElement;
createRoot(main).render(
  <StrictMode>
    <Page src={main.dataset['src'] ?? ''} />
  </StrictMode>,
);
