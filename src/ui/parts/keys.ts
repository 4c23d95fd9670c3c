const apple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that run the program, as this machine's keyboard has them. */
export const RUN_KEYS = apple ? "⌘ Enter" : "Ctrl+Enter";
