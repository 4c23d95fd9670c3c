import url from "virtual:runner-source";

/** The worker's text. Rejects when it does not load; the next call tries again. */
export async function fetchRunnerSource(): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The runner did not load: ${response.status} ${response.statusText}`);
  return response.text();
}
