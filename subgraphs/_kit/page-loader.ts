import type DataLoader from 'dataloader';
import type { LoaderContext } from './request-context.js';
import type { CursorKey } from './schema/connection.js';

/** One page of a list that hangs from a parent, for example a school's roll. */
export interface PageOf<Parent, Filter = null> {
  readonly parent: Parent;
  readonly limit: number;
  readonly after: CursorKey | undefined;
  readonly filter: Filter;
}

export type PageLoader<Parent, Row, Filter = null> = DataLoader<PageOf<Parent, Filter>, Row[], string>;

export interface PageSource<Parent, Row, Filter> {
  readonly keyOfParent: (parent: Parent) => string;
  readonly keyOfRow: (row: Row) => string;
  /** Rows of each parent's page in the list's order, with one row more than the limit; one statement for all. */
  readonly read: (parents: readonly Parent[], page: PageOf<Parent, Filter>) => Promise<readonly Row[]>;
}

/** Pages of a list for many parents: one statement for all parents that are asked for the same page. */
export function createPageLoader<Parent, Row, Filter = null>(
  { createLoader }: LoaderContext,
  { keyOfParent, keyOfRow, read }: PageSource<Parent, Row, Filter>,
): PageLoader<Parent, Row, Filter> {
  const samePage = ({ limit, after, filter }: PageOf<Parent, Filter>) =>
    JSON.stringify([limit, after, filter]);
  return createLoader(
    async (pages: readonly PageOf<Parent, Filter>[]) => {
      const found = new Map<string, Map<string, Row[]>>();
      await Promise.all(
        [...Map.groupBy(pages, samePage)].map(async ([key, [first, ...others]]) => {
          if (!first) return;
          const parents = [first, ...others].map(({ parent }) => parent);
          found.set(key, Map.groupBy(await read(parents, first), keyOfRow));
        }),
      );
      return pages.map((page) => found.get(samePage(page))?.get(keyOfParent(page.parent)) ?? []);
    },
    (page) => `${keyOfParent(page.parent)} ${samePage(page)}`,
  );
}
