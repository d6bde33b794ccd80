/** A range as a job takes it. */
export interface Range {
  readonly runId: string;
  readonly from: string;
  readonly upTo: string;
}

/** Canonical ids begin with one of these, in the order of bytes: as many ranges, whatever the number of workers. */
const FIRST_CHARACTERS = '234567abcdefghijklmnopqrstuvwxyz';

/** Fewer are not worth a job of their own. */
const CHILDREN_OF_RANGE = 2000;

/** @param children how many there are at least; keys are digests, so ranges of keys hold about as many each */
export function rangesOf(runId: string, children: number): Range[] {
  const wanted = Math.ceil(children / CHILDREN_OF_RANGE);
  const width = [32, 16, 8, 4, 2].find((each) => FIRST_CHARACTERS.length / each >= wanted) ?? 1;
  const starts = [...FIRST_CHARACTERS].filter((_, index) => index % width === 0);
  return starts.map((from, index) => ({
    runId,
    from: index === 0 ? '' : from,
    upTo: starts[index + 1] ?? '',
  }));
}
