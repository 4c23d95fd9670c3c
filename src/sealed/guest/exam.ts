import { Membrane } from "../membrane/membrane.ts";
import { Operation } from "../operations.ts";
import { ask, position } from "./host.ts";

/** The answer's side of an exam: what the checks have of it are numbers for its exports and for what they lead to. */
const membrane = new Membrane({
  exchange: (request) => ask(Operation.Exchange, request) as string,
  isOpen: true,
});

const { then } = Promise.prototype;

/** Tells the host once the program's module has run to its end. A module that throws is told of as any rejection is. */
export function loaded(module: Promise<object>): void {
  void Reflect.apply(then, module, [(namespace: object) => ask(Operation.Loaded, membrane.share(namespace, "object"))]);
}

/** Does what the checks ask for. They stand at no place of the program's text. */
export function exchange(request: string): string {
  const { span } = position;
  position.span = 0;
  ask(Operation.Stands);
  try {
    return membrane.answer(request);
  } finally {
    position.span = span;
    ask(Operation.Stands);
  }
}
