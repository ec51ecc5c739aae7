/**
 * The first few of many in some order, without sorting all.
 * @module
 */

/** Negative when item `a` comes before item `b`; never 0 for different items. */
export type CompareItems = (a: number, b: number) => number;

const swap = (heap: number[], a: number, b: number): void => {
  const held = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = held;
};

/** The heap has its last item, the one to go, at the top. */
const siftUp = (heap: number[], compare: CompareItems): void => {
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (compare(heap[at] ?? 0, heap[parent] ?? 0) <= 0) return;
    swap(heap, at, parent);
    at = parent;
  }
};

const siftDown = (heap: number[], compare: CompareItems): void => {
  for (let at = 0; ; ) {
    let last = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && compare(heap[child] ?? 0, heap[last] ?? 0) > 0) last = child;
    }
    if (last === at) return;
    swap(heap, at, last);
    at = last;
  }
};

/**
 * @param count items are the numbers from 0 to `count - 1`
 * @param limit how many to return
 * @returns the first `limit` items, in order
 */
export const selectTop = (count: number, limit: number, compare: CompareItems): readonly number[] => {
  const heap: number[] = [];
  if (limit <= 0) return heap;
  for (let item = 0; item < count; item += 1) {
    if (heap.length < limit) {
      heap.push(item);
      siftUp(heap, compare);
    } else if (compare(item, heap[0] ?? 0) < 0) {
      heap[0] = item;
      siftDown(heap, compare);
    }
  }
  return heap.sort(compare);
};
