import { initializeB24Frame, type B24Frame } from '@bitrix24/b24jssdk';

declare global {
  interface Window {
    /** The real SDK inside the frame, once it is through with its beginning. */
    b24: Promise<B24Frame>;
  }
}

window.b24 = initializeB24Frame();
