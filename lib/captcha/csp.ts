/**
 * What the content security policy must also allow when reCAPTCHA's keys are set, by directive.
 * ALTCHA needs nothing: same-origin fetch, and the browser's own cryptography outside any worker.
 */
export const recaptchaSources = {
  "script-src": ["https://www.google.com/recaptcha/", "https://www.gstatic.com/recaptcha/"],
  "frame-src": ["https://www.google.com/recaptcha/", "https://recaptcha.google.com/recaptcha/"],
  "connect-src": ["https://www.google.com/recaptcha/"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
