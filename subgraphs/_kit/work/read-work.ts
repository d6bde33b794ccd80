import type { AccessDecision } from '../access/access-decision.js';
import type { LoaderContext } from '../request-context.js';
import { isPast } from './work-of-found.js';
import type { WorkRead, WorkSource } from './work-source.js';
import type { WorkListType } from './work.type.js';
import type { WorkUnknown } from './work.enums.js';

export interface WorkGroup extends Pick<WorkSource, 'kind' | 'list'> {
  /** Null where it is unknown, and why it is in its place. */
  readonly found: WorkRead | null;
  readonly unknown: WorkUnknown | null;
}

/** What the caller's rights let it do, kind by kind; a kind of which there is nothing to do is there with a zero. */
export async function readWork(
  sources: readonly WorkSource[],
  {
    access,
    caller,
    registers,
  }: { readonly access: AccessDecision } & Pick<LoaderContext, 'caller' | 'registers'>,
  limit: number,
): Promise<WorkGroup[]> {
  const own = sources.filter(({ scope }) => caller.scopes.has(scope));
  if (own.length === 0) return [];
  // Asked for beside the work, so that both are read by one statement.
  const loading = registers();
  return Promise.all(
    own.map(async ({ kind, list, holds, registers: needed, read }): Promise<WorkGroup> => {
      if (holds !== 'NONE' && !access.allows(holds))
        return { kind, list, unknown: 'OUTSIDE_PURPOSE', found: null };
      const [loaded, found] = await Promise.all([loading, read(limit)]);
      return found !== null && needed.every((code) => loaded.has(code))
        ? { kind, list, unknown: null, found }
        : { kind, list, unknown: 'NOT_LOADED', found: null };
    }),
  );
}

/** The same, as clients read it. */
export async function workList(
  sources: readonly WorkSource[],
  context: { readonly access: AccessDecision } & Pick<LoaderContext, 'caller' | 'registers' | 'today'>,
  limit: number,
): Promise<WorkListType> {
  const { today } = context;
  const groups = await readWork(sources, context, limit);
  return {
    on: today,
    groups: groups.map(({ kind, list, unknown, found }) => ({
      kind,
      list,
      unknown,
      open: found?.open ?? null,
      overdue: found?.overdue ?? null,
      items: found?.items.map((item) => ({ ...item, isOverdue: isPast(item.dueOn, today) })) ?? null,
    })),
  };
}
