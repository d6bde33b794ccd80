import type { TestAgency } from './agency.js';
import type { TestCaller } from './callers.js';

export interface WorkItem {
  readonly subject: string;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly student: { readonly id: string } | null;
}

export interface WorkGroup {
  readonly kind: string;
  readonly list: string;
  readonly unknown: string | null;
  readonly open: number | null;
  readonly overdue: number | null;
  readonly items: readonly WorkItem[] | null;
}

/** What an agency gives a caller to do. @param field such as `workAtLabour` */
export async function workGroups(
  agency: TestAgency,
  caller: TestCaller,
  field: string,
  items = 50,
): Promise<readonly WorkGroup[]> {
  const { data, errors } = await agency.ask<Record<string, { groups: readonly WorkGroup[] }>>(
    caller,
    `query ($items: Int!) {
      ${field}(items: $items) {
        groups { kind list unknown open overdue items { subject dueOn isOverdue student { id } } }
      }
    }`,
    { items },
  );
  expect(errors).toEqual([]);
  return data[field]?.groups ?? [];
}
