export { feedbackScreenshotIntegration } from '@sentry/feedback';
