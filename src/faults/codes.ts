import { FAULTS } from "./all.ts";
import type { FaultCode } from "./detail.ts";

export { FAULTS } from "./all.ts";
export type { FaultCode } from "./detail.ts";

export type FaultName = (typeof FAULTS)[FaultCode]["name"];

/** Every code, in order. */
export const FAULT_CODES = Object.keys(FAULTS) as FaultCode[];

/** The number a trace carries for a fault: 4 for FFI004. */
export const faultNumber = (code: FaultCode): number => Number(code.slice("FFI".length));

const BY_NUMBER = new Map(FAULT_CODES.map((code) => [faultNumber(code), code]));

/** The code for a trace's number, or undefined when the number names no fault. */
export const faultCode = (number: number): FaultCode | undefined => BY_NUMBER.get(number);
