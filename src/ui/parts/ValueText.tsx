import { Fragment } from "react";
import { describeValue, type Value } from "../../ledger/index.ts";
import { BlockLink } from "./links.tsx";

interface Props {
  readonly value: Value;
  readonly blockAddress: (block: number) => number | null;
}

/** A value as C sees it; where it points into a block, the block is a link. */
export const ValueText = ({ value, blockAddress }: Props) =>
  describeValue(value, blockAddress).map((part, index) =>
    part.block === null ? (
      <Fragment key={index}>{part.text}</Fragment>
    ) : (
      <BlockLink key={index} block={part.block}>
        {part.text}
      </BlockLink>
    ),
  );
