/**
 * Whether this Node can run the project. Written for the oldest Node that reads modules, because an old one has to get
 * as far as the sentence that refuses it.
 */

/** The oldest Node that the build's tools run on. */
export const OLDEST_NODE = [20, 19];

/**
 * One sentence that says why `version` ("20.19.0") cannot run the project, or null when it can.
 *
 * @param {string} version
 * @returns {string | null}
 */
export function refusal(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return null;
  return `FFI Playground needs Node ${OLDEST_NODE.join(".")} or newer, and this is Node ${version}: install a newer one from https://nodejs.org and try again.`;
}
