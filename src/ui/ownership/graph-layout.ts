import dagre from "@dagrejs/dagre";

export interface BoxSize {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** TypeScript's values and functions stand left, memory and C's registrations in the middle, what C remembers of memory right. */
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

type Arrow = readonly [from: string, to: string];

const ROOT = "root";
const GAP = { row: 12, edge: 10 };
/** Room between two columns, for an arrow and the words on it. */
export const COLUMN_GAP = { wide: 86, narrow: 64 };
/** Columns an arrow from an unseen root passes to reach each. */
const RANK = { typescript: 1, memory: 2, c: 3 } as const;
const COLUMNS = ["typescript", "memory", "c"] as const;

/**
 * Places boxes in columns so that arrows cross as little as they can. What hangs together is laid out by itself, one
 * island below the other in the order given: an island that comes or goes moves nothing above it, and one that looks
 * like another is not laid out again.
 */
export function layOutGraph(
  boxes: readonly BoxSize[],
  arrows: readonly Arrow[],
  columnGap = COLUMN_GAP.wide,
): GraphLayout {
  const wide = (column: BoxSize["column"]): number =>
    boxes.reduce((most, box) => (box.column === column ? Math.max(most, box.width) : most), 0);
  const values = wide("typescript");
  const memoryLeft = values > 0 ? values + columnGap : 0;
  const rightLeft = memoryLeft + wide("memory") + columnGap;
  // Arrows are as long as the gap: values stand at its left edge, memory at its right.
  const left = ({ column, width }: BoxSize): number =>
    column === "typescript" ? values - width : column === "memory" ? memoryLeft : rightLeft;

  const placed = new Map<string, Box>();
  let top = 0;
  for (const island of islandsOf(boxes, arrows)) {
    const { tops, height } = heightsOf(island);
    island.boxes.forEach((box, i) => placed.set(box.key, { ...box, x: left(box), y: top + tops[i]! }));
    top += height + GAP.row;
  }
  const right = Math.max(0, ...[...placed.values()].map(({ x, width }) => x + width));
  return {
    boxes: placed,
    width: right,
    height: Math.max(0, top - GAP.row),
    boundary: values > 0 ? values + columnGap / 2 : memoryLeft - columnGap / 2,
  };
}

interface Island {
  readonly boxes: readonly BoxSize[];
  readonly arrows: readonly Arrow[];
}

/** Boxes that arrows tie together, in the order of their first box. */
function islandsOf(boxes: readonly BoxSize[], arrows: readonly Arrow[]): Island[] {
  const leader = new Map(boxes.map(({ key }) => [key, key]));
  const find = (key: string): string => {
    let at = key;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  for (const [from, to] of arrows) leader.set(find(to), find(from));
  const islands = new Map<string, { boxes: BoxSize[]; arrows: Arrow[] }>();
  for (const box of boxes) {
    const key = find(box.key);
    const island = islands.get(key);
    if (island) island.boxes.push(box);
    else islands.set(key, { boxes: [box], arrows: [] });
  }
  for (const arrow of arrows) islands.get(find(arrow[0]))?.arrows.push(arrow);
  return [...islands.values()];
}

interface Heights {
  /** Upper edge of each box, in the order of the island's boxes. */
  readonly tops: readonly number[];
  readonly height: number;
}

/** Heights by an island's form: the runs of a loop look alike. */
const known = new Map<string, Heights>();
const MOST_KNOWN = 500;

function heightsOf(island: Island): Heights {
  const place = new Map(island.boxes.map(({ key }, i) => [key, i]));
  const form = [
    island.boxes.map(({ column, height }) => `${column[0] ?? ""}${height}`).join(),
    island.arrows.map(([from, to]) => `${place.get(from) ?? ""}>${place.get(to) ?? ""}`).join(),
  ].join(" ");
  let heights = known.get(form);
  if (!heights) {
    heights = layOutIsland(island);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(form, heights);
  }
  return heights;
}

function layOutIsland({ boxes, arrows }: Island): Heights {
  const [only] = boxes;
  if (boxes.length === 1 && only) return { tops: [0], height: only.height };
  if (boxes.length === 2 && boxes[0]!.column !== boxes[1]!.column) {
    // The arrow between two is straight.
    const height = Math.max(...boxes.map((box) => box.height));
    return { tops: boxes.map((box) => (height - box.height) / 2), height };
  }
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({
    rankdir: "LR",
    nodesep: GAP.row,
    ranksep: COLUMN_GAP.wide,
    edgesep: GAP.edge,
    marginx: 0,
    marginy: 0,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  // An unseen root holds the columns apart.
  graph.setNode(ROOT, { width: 1, height: 1 });
  for (const { key, height, column } of boxes) {
    graph.setNode(key, { width: 1, height });
    graph.setEdge(ROOT, key, { minlen: RANK[column], weight: 0 });
  }
  for (const [from, to] of arrows) {
    const columns = [from, to].map((key) => COLUMNS.indexOf(boxes.find((box) => box.key === key)?.column ?? "memory"));
    graph.setEdge(from, to, { weight: 2, minlen: Math.max(1, (columns[1] ?? 0) - (columns[0] ?? 0)) });
  }
  dagre.layout(graph);
  const tops = boxes.map(({ key, height }) => (graph.node(key) as { y: number }).y - height / 2);
  const top = Math.min(...tops);
  return {
    tops: tops.map((y) => y - top),
    height: Math.max(...boxes.map(({ height }, i) => tops[i]! + height)) - top,
  };
}
