import { init } from '@sentry/browser';
import { buildFeedbackIntegration } from '@sentry/feedback';

const parts = { feedbackModalIntegration: 'modal', feedbackScreenshotIntegration: 'screenshot' };

// its own way fetches these two from its vendor's servers: here they lie beside the page
const lazyLoadIntegration = async (name) => {
  const part = await import(/* @vite-ignore */ new URL(`${parts[name]}.js`, import.meta.url).href);
  return part[name];
};
const feedback = buildFeedbackIntegration({ lazyLoadIntegration });

init({
  dsn: `${location.protocol}//key@${location.host}/1`,
  integrations: [feedback({ colorScheme: 'light' })],
});
