import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Close, Content, Description, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';

/** A page whose modal window is Radix's: body without pointer events, focus trapped, scrolling locked, others hidden. */
const Page = () => (
  <Root defaultOpen>
    <Portal>
      <Overlay className="veil" />
      <Content className="window">
        <Title>Окно страницы</Title>
        <Description>Радиус</Description>
        <input aria-label="Поле окна" />
        <Close>Закрыть</Close>
      </Content>
    </Portal>
  </Root>
);

createRoot(document.querySelector('main') as HTMLElement).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
