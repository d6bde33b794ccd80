import type { Sheet, YearEvent } from './year-events.js';

/** What has come in, in the order in which it came. */
export type Records = readonly YearEvent[];

/** Numbers that look like chance and are the same each time. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The same events in another order, some of them several times. */
export function scrambled<Event>(events: readonly Event[], seed: number): Event[] {
  const next = numbersFrom(seed);
  const again = events.filter(() => next() < 0.3);
  return [...events, ...again]
    .map((event) => ({ event, place: next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ event }) => event);
}

/**
 * Takes events in as the agencies do: one with a key that is known is nothing new, and a sheet that replaces another than
 * the one that stands is sent again later.
 */
export function delivered(events: readonly YearEvent[]): Records {
  const records: YearEvent[] = [];
  const known = new Set<string>();
  const sheets = new Map<string, Sheet>();
  const waiting = [...events];
  for (let event = waiting.shift(); event; event = waiting.shift()) {
    if (known.has(event.key)) continue;
    if (event.kind === 'SHEET') {
      if (event.version !== (sheets.get(event.date)?.version ?? 0) + 1) {
        waiting.push(event);
        continue;
      }
      sheets.delete(event.date);
      sheets.set(event.date, event);
    } else records.push(event);
    known.add(event.key);
  }
  return [...records, ...sheets.values()];
}
