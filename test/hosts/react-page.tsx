import { useEffect, useRef, useState } from 'react';
import 'reglament';
import type { ReglamentWidget, WidgetEvents } from 'reglament';

/** A React page that opens the widget by a button of its own and says what became of a request. */
export function SupportButton({ deal, token }: { deal: string; token: () => Promise<string> }) {
  const widget = useRef<ReglamentWidget>(null);
  const [number, setNumber] = useState('');

  useEffect(() => widget.current?.identify(token), [token]);
  useEffect(() => widget.current?.context({ deal }), [deal]);
  useEffect(
    () => widget.current?.on('sent', (sent: WidgetEvents['sent']) => setNumber(sent.number)),
    [],
  );

  return (
    <>
      <button onClick={() => void widget.current?.open()}>Support {number}</button>
      <reglament-widget
        ref={widget}
        widget-key="sample"
        api="/"
        locale="ru"
        record="console clicks"
      />
    </>
  );
}
