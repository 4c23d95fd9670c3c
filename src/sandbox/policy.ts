/**
 * The content security policies of the page and of the frame in it that learner programs run in.
 *
 * The frame's document is in the page's own text, so it inherits the page's policy and can only add to it: what the frame
 * needs, the page has to allow too. `frameScript` is the source expression of the one inline script there is, the frame's.
 */

/** `blob:` scripts are the frame's workers and the programs they import; inline styles are the editor's and React's. */
export const pagePolicy = (frameScript: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${frameScript} blob:`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");

/** Its own script, WebAssembly and blobs; its workers inherit it, so that neither can reach any network. */
export const framePolicy = (frameScript: string): string =>
  [
    "default-src 'none'",
    `script-src ${frameScript} 'wasm-unsafe-eval' blob:`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
