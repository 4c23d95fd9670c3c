// Fails: refused: The name globalThis
function globalThis(): void {}
function Object(): void {}

export const safeStrlen = (): number => (void globalThis, void Object, 0);
