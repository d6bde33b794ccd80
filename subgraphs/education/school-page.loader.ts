import DataLoader from 'dataloader';
import type { CursorKey } from '../_kit/schema/connection.js';

/** One page of a list that every school has. */
export interface SchoolPage<Filter = null> {
  readonly schoolCode: string;
  readonly limit: number;
  readonly after: CursorKey | undefined;
  readonly filter: Filter;
}

export type SchoolPageLoader<Row, Filter = null> = DataLoader<SchoolPage<Filter>, Row[], string>;

/**
 * Pages of a list for many schools: one statement for all schools that are asked for the same page.
 * @param read rows of the page of each of the schools, in the list's order, with one row more than the limit.
 */
export function createSchoolPageLoader<Row extends { readonly schoolCode: string }, Filter = null>(
  read: (schoolCodes: readonly string[], page: SchoolPage<Filter>) => Promise<readonly Row[]>,
): SchoolPageLoader<Row, Filter> {
  const samePage = ({ limit, after, filter }: SchoolPage<Filter>) => JSON.stringify([limit, after, filter]);
  return new DataLoader<SchoolPage<Filter>, Row[], string>(
    async (pages) => {
      const found = new Map<string, Map<string, Row[]>>();
      await Promise.all(
        [...Map.groupBy(pages, samePage)].map(async ([key, alike]) => {
          const [page] = alike;
          if (!page) return;
          const rows = await read(
            alike.map(({ schoolCode }) => schoolCode),
            page,
          );
          found.set(
            key,
            Map.groupBy(rows, ({ schoolCode }) => schoolCode),
          );
        }),
      );
      return pages.map((page) => found.get(samePage(page))?.get(page.schoolCode) ?? []);
    },
    { cacheKeyFn: (page) => `${page.schoolCode} ${samePage(page)}` },
  );
}
