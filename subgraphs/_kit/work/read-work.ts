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
  const loaded = await registers();
  return Promise.all(
    sources
      .filter(({ scope }) => caller.scopes.has(scope))
      .map(async ({ kind, list, holds, registers: needed, read }) => {
        const unknown =
          holds !== 'NONE' && !access.allows(holds)
            ? 'OUTSIDE_PURPOSE'
            : needed.every((code) => loaded.has(code))
              ? null
              : 'NOT_LOADED';
        return { kind, list, unknown, found: unknown === null ? await read(limit) : null };
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
