import dagre from "@dagrejs/dagre";

export interface BoxSize {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** TypeScript's values stand left, memory in the middle, what C remembers right. */
  readonly column: "typescript" | "memory" | "c";
}

export interface Box extends BoxSize {
  /** Of its upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface GraphLayout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
  /** Where the boundary between TypeScript and C is drawn. */
  readonly boundary: number;
}

const ROOT = "root";
const GAP = { row: 12, column: 86, edge: 10 };

/** Places boxes in columns so that arrows cross as little as they can; the same boxes get the same places. */
export function layOutGraph(boxes: readonly BoxSize[], arrows: readonly (readonly [string, string])[]): GraphLayout {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: GAP.row, ranksep: GAP.column, edgesep: GAP.edge, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  // An unseen root holds the columns: without it a block that nobody points at would stand with the values.
  graph.setNode(ROOT, { width: 1, height: 1 });
  for (const { key, width, height, column } of boxes) {
    graph.setNode(key, { width, height });
    graph.setEdge(ROOT, key, { minlen: { typescript: 1, memory: 2, c: 3 }[column], weight: 0 });
  }
  for (const [from, to] of arrows) graph.setEdge(from, to, { weight: 2 });
  dagre.layout(graph);

  const placed = boxes.map((box) => {
    const { x, y } = graph.node(box.key) as { x: number; y: number };
    return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
  });
  const left = Math.min(...placed.map(({ x }) => x));
  const top = Math.min(...placed.map(({ y }) => y));
  const moved = placed.map((box) => ({ ...box, x: box.x - left, y: box.y - top }));
  const right = (column: BoxSize["column"]): number =>
    Math.max(0, ...moved.filter((box) => box.column === column).map(({ x, width }) => x + width));
  const memoryLeft = Math.min(...moved.filter(({ column }) => column === "memory").map(({ x }) => x));
  const valuesRight = right("typescript");
  return {
    boxes: new Map(moved.map((box) => [box.key, box])),
    width: Math.max(right("typescript"), right("memory"), right("c")),
    height: Math.max(...moved.map(({ y, height }) => y + height)),
    boundary: valuesRight > 0 ? (valuesRight + memoryLeft) / 2 : memoryLeft - GAP.column / 2,
  };
}
