import { useState } from 'react';
import { hydrateRoot } from 'react-dom/client';

/** A page that React takes over from the server whole, the root element included, as frameworks on top of it do. */
function Page() {
  const [count, setCount] = useState(0);
  return (
    <html lang="ru">
      <head>
        <title>Оплаты</title>
      </head>
      <body>
        <h1>Оплаты</h1>
        <button onClick={() => setCount(count + 1)}>Принято {count}</button>
      </body>
    </html>
  );
}

const complaints: string[] = [];
Object.assign(window, { complaints });
hydrateRoot(document, <Page />, {
  onRecoverableError: (fault) => complaints.push(String(fault)),
});
