import { isNativeType } from "../types/native-types.ts";
import { describe } from "../types/describe.ts";
import { isStruct } from "../types/struct-type.ts";

/**
 * Whether a callback can be called as it is declared.
 * @throws TypeError that names the parameter
 */
export function requireCallbackDefinition(definition: {
  readonly parameters: unknown;
  readonly result: unknown;
}): void {
  const { parameters, result } = definition ?? {};
  if (!Array.isArray(parameters)) {
    throw new TypeError(
      `callback(definition, fn): definition.parameters must be an array, got ${describe(parameters)}`,
    );
  }
  parameters.forEach((type: unknown, index) => requireType(`parameter ${index + 1}`, type, "void"));
  requireType("the result", result, null);
}

function requireType(what: string, type: unknown, besides: string | null): void {
  const refuse = (why: string): never => {
    throw new TypeError(`callback(definition, fn): ${what} cannot be ${why}`);
  };
  if (isStruct(type)) {
    refuse(`a struct by value; declare it "pointer", let C pass an address, and read it with PointerView.getStruct`);
  }
  if (type === "buffer") refuse('"buffer": C passes an address without a length; declare it "pointer"');
  if (type === besides || !isNativeType(type)) refuse(typeof type === "string" ? `"${type}"` : describe(type));
}
