import type { ReactNode } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { Failure } from "./Failure.tsx";

interface Props {
  /** What stands inside, as a sentence begins: `The Heap panel`. */
  readonly name: string;
  /** What is shown inside: when one of these is another, what has failed is drawn again without being asked to. */
  readonly shows?: readonly unknown[];
  /** Told when something failed, before the failure is shown. */
  readonly onFailure?: () => void;
  readonly children: ReactNode;
}

/**
 * Keeps a failure to the part of the page in which it happened: that part says so, and the others go on. What was thrown
 * is in the browser's console, where React writes it.
 */
export const Boundary = ({ name, shows = [], onFailure, children }: Props) => (
  <ErrorBoundary
    resetKeys={[...shows]}
    {...(onFailure && { onError: onFailure })}
    fallbackRender={({ error, resetErrorBoundary }) => (
      <Failure
        sentence={`${name} cannot be shown, because of an error in this page (${reasonOf(error)}). What you wrote is safe.`}
        onRetry={resetErrorBoundary}
      />
    )}
  >
    {children}
  </ErrorBoundary>
);

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : "it has no description";
