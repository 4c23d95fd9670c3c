import { PURE_FOLDERS, PURE_ROOMS, ROOMS } from "./rooms.mjs";

/**
 * What a room may not name, as ESLint configuration: React outside ui, React's half of zustand outside ui, and a browser,
 * a worker or Node where code has to run in all of them.
 */

/** Names that exist only in a page, only in a worker, or only in Node. */
const HOST_NAMES = [
  ...["window", "document", "navigator", "location", "history", "screen", "frames", "parent", "top", "self", "name"],
  ...["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore", "crypto"],
  ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Request", "Response", "Headers"],
  ...["Worker", "SharedWorker", "ServiceWorker", "postMessage", "importScripts", "onmessage", "close"],
  ...["MessageChannel", "MessagePort", "MessageEvent", "BroadcastChannel", "customElements"],
  ...["Element", "HTMLElement", "SVGElement", "Node", "Event", "EventTarget", "Document", "Window", "ShadowRoot"],
  ...["CSSStyleSheet", "MutationObserver", "ResizeObserver", "IntersectionObserver", "Blob", "File", "FileReader"],
  ...["requestAnimationFrame", "cancelAnimationFrame", "requestIdleCallback", "alert", "confirm", "prompt"],
  ...["setTimeout", "setInterval", "queueMicrotask", "performance"],
  ...["process", "Buffer", "require", "module", "global", "__dirname", "__filename"],
  ...["React", "JSX"],
];

/** Types of a host that no room would take for a name of its own. Code that has one of them has a value of it, too. */
const HOST_TYPES = [
  ...[
    "Window",
    "Document",
    "HTMLElement",
    "HTMLDivElement",
    "HTMLCanvasElement",
    "SVGElement",
    "ShadowRoot",
    "DOMRect",
  ],
  ...[
    "Worker",
    "SharedWorker",
    "MessagePort",
    "MessageChannel",
    "MessageEvent",
    "Storage",
    "KeyboardEvent",
    "MouseEvent",
  ],
  ...["ReactNode", "React.ReactNode", "React.ReactElement", "JSX.Element", "React.JSX.Element", "NodeJS.Timeout"],
];

const REACT = {
  regex:
    "^(react|react-dom|@base-ui/.*|lucide-react|react-resizable-panels|@tanstack/react-.*|@monaco-editor/react)(/|$)",
  message: "React lives in ui only: code that knows it could not run in a worker, in Node or in a test.",
};

const REACTS_ZUSTAND = {
  regex: "^zustand$",
  message: "A store is made with zustand/vanilla, outside React; only ui may bind one to components.",
};

/** @param {string} room */
const noHost = (room) => ({
  regex: "^(node:.*|vite|virtual:.*|monaco-editor|playwright)(/|$)",
  message: `${room} runs in a page, in a worker and in Node alike, so it may use nothing that only one of them has.`,
});

/** @param {string} room */
const unknown = (room) =>
  `${room} knows no DOM, no worker, no Node and no React: it runs in all of them, so what only one has is passed in.`;

/** @param {string} room */
const hostRules = (room) => ({
  "no-restricted-globals": /** @type {any} */ ([
    "error",
    ...HOST_NAMES.map((name) => ({ name, message: unknown(room) })),
  ]),
  "@typescript-eslint/no-restricted-types": /** @type {any} */ ([
    "error",
    { types: Object.fromEntries(HOST_TYPES.map((name) => [name, unknown(room)])) },
  ]),
});

// A folder's rules stand behind those of the room it is in, and in their place.
export const purity = [...Object.keys(ROOMS), ...PURE_FOLDERS]
  .filter((room) => room !== "ui")
  .map((room) => {
    const pure = PURE_ROOMS.includes(room) || PURE_FOLDERS.includes(room);
    const files = [`src/${room}/**/*.{ts,tsx}`];
    const patterns = [REACT, REACTS_ZUSTAND, ...(pure ? [noHost(room)] : [])];
    return {
      files,
      // A test runs in Node and may say so.
      ignores: ["**/*.test.*", "**/*.test-*"],
      rules: {
        "no-restricted-imports": /** @type {const} */ (["error", { patterns }]),
        ...(pure ? hostRules(room) : {}),
      },
    };
  });
