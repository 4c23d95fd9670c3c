/** What a value is, for the end of a message that says what was expected: `a string "Ada"`, `number 3`, `null`. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "undefined":
      return "undefined";
    case "string":
      return `a string ${JSON.stringify(value.length > 20 ? `${value.slice(0, 20)}…` : value)}`;
    case "bigint":
      return `bigint ${value}n`;
    case "function":
      return `a function${value.name === "" ? "" : ` ${value.name}`}`;
    case "object":
      return describeObject(value);
    default:
      return `${typeof value} ${String(value)}`;
  }
}

function describeObject(value: object): string {
  if (value instanceof Promise) return "a Promise (await it first)";
  const name: unknown = Object.getPrototypeOf(value)?.constructor?.name;
  if (typeof name !== "string" || name === "") return "an object";
  if (name === "Object")
    return Object.keys(value).length === 0
      ? "an empty object"
      : `an object with ${Object.keys(value).slice(0, 4).join(", ")}`;
  return `an object of class ${name}`;
}
